//! What is on the page. A component is a function of its properties; what happens goes out through
//! [`Dispatch`](crate::store::Dispatch).

pub mod reader;
