//! Large values that many hold and nobody copies.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value that is compared by identity: two are equal when they are the same allocation.
/// Comparing states and properties then costs nothing, however large the value is.
#[derive(Debug, Default)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }

    /// Shares a value, unless it equals one that is shared already: then that one.
    pub fn unless_equal(value: T, earlier: Option<&Self>) -> Self
    where
        T: PartialEq,
    {
        match earlier {
            Some(earlier) if **earlier == value => earlier.clone(),
            _ => Self::new(value),
        }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Shared;

    #[test]
    fn an_equal_value_stays_the_same_allocation() {
        let one = Shared::new(1);
        assert!(Shared::new(1) != one);
        assert!(Shared::unless_equal(1, Some(&one)) == one);
        assert!(Shared::unless_equal(2, Some(&one)) != one);
    }
}
