//! Elements, built by calls.
//!
//! Yew's `html!` compiles every element into code of its own, which adds up in a large interface.
//! Here an attribute, a child or a listener is one call of code that all elements share: half the
//! code for an element. What is built are Yew's nodes as ever.
//!
//! Children that come and go are `Option`s. `None` keeps the place, so that the children around it
//! stay what they are; only [`El::children`] changes how many there are.

mod part;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, ListenerKind, VList, VNode, VTag, VText};

pub use part::{component, keyed};

/// An element that is being built.
#[must_use]
pub struct El(Box<Parts>);

/// The parts of an element. They lie behind one pointer, so that handing it on takes no code.
struct Parts {
    /// `None` for a group.
    tag: Option<VTag>,
    classes: Vec<&'static str>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
    /// Whether the number of children may change.
    is_list: bool,
    key: Option<Key>,
}

/// An element.
pub fn el(tag: &'static str) -> El {
    El::new(Some(VTag::new(tag)))
}

/// A place where a page of others can put something of its own instead of what is in it here.
pub fn slot(name: &'static str) -> El {
    el("slot").set("name", name)
}

/// Nodes beside each other. A group has a key and children, but neither attributes nor listeners.
pub fn group() -> El {
    El::new(None)
}

impl El {
    fn new(tag: Option<VTag>) -> Self {
        Self(Box::new(Parts {
            tag,
            classes: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
            is_list: false,
            key: None,
        }))
    }

    /// Adds a class, or several with spaces between them.
    pub fn class(mut self, class: &'static str) -> Self {
        if !class.is_empty() {
            self.0.classes.push(class);
        }
        self
    }

    /// Adds a class where a condition holds.
    pub fn class_if(self, condition: bool, class: &'static str) -> Self {
        if condition { self.class(class) } else { self }
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: impl Value) -> Self {
        if let (Some(tag), Some(value)) = (&mut self.0.tag, value.attribute()) {
            tag.add_attribute(name, value);
        }
        self
    }

    /// Sets a state of ARIA, which is written out also where it is false.
    pub fn aria(self, name: &'static str, is: bool) -> Self {
        self.set(name, if is { "true" } else { "false" })
    }

    /// Hides it from assistive technology.
    pub fn unheard(self) -> Self {
        self.set("aria-hidden", "true")
    }

    /// Sets what stands in an `input`.
    pub fn value(mut self, value: &str) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.set_value(Some(AttrValue::from(value.to_owned())));
        }
        self
    }

    /// Sets whether an `input` is checked.
    pub fn checked(mut self, is_checked: bool) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.set_checked(is_checked);
        }
        self
    }

    /// Lets a reference point to it.
    pub fn bind(mut self, reference: &NodeRef) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.node_ref = reference.clone();
        }
        self
    }

    /// Gives it a key among its siblings.
    #[inline(never)]
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Adds a child.
    #[inline(never)]
    pub fn child(mut self, child: impl Content) -> Self {
        self.0.children.push(child.node());
        self
    }

    /// Adds children, whose number may change from one drawing to the next.
    pub fn children<C: Content>(mut self, children: impl IntoIterator<Item = C>) -> Self {
        self.0.is_list = true;
        for child in children {
            self = self.child(child);
        }
        self
    }

    fn on<E: JsCast + 'static>(mut self, kind: ListenerKind, callback: Callback<E>) -> Self {
        let listener = On { kind, callback };
        self.0.listeners.push(Some(Rc::new(listener)));
        self
    }
}

/// The events that the app listens to.
macro_rules! events {
    ($($name:ident($event:ty))*) => {
        impl El {
            $(
                #[doc = concat!("Listens to `", stringify!($name), "`.")]
                pub fn $name(self, callback: Callback<$event>) -> Self {
                    self.on(ListenerKind::$name, callback)
                }
            )*
        }
    };
}

events! {
    onblur(FocusEvent)
    onchange(Event)
    onclick(MouseEvent)
    ondblclick(MouseEvent)
    onfocus(FocusEvent)
    onfocusin(FocusEvent)
    oninput(InputEvent)
    onkeydown(KeyboardEvent)
    onmousedown(MouseEvent)
    onpointercancel(PointerEvent)
    onpointerdown(PointerEvent)
    onpointermove(PointerEvent)
    onpointerup(PointerEvent)
    onsubmit(SubmitEvent)
}

/// A listener of one kind of event.
struct On<E> {
    kind: ListenerKind,
    callback: Callback<E>,
}

impl<E: JsCast> Listener for On<E> {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        // The browser sends this type with this kind: the list above pairs them.
        self.callback.emit(event.unchecked_into());
    }

    fn passive(&self) -> bool {
        false
    }
}

impl From<El> for VNode {
    fn from(built: El) -> Self {
        let parts = *built.0;
        let Some(mut tag) = parts.tag else {
            return VList::with_children(parts.children, parts.key).into();
        };
        tag.key = parts.key;
        match parts.classes.as_slice() {
            [] => {}
            [only] => tag.add_attribute("class", *only),
            several => tag.add_attribute("class", several.join(" ")),
        }
        if !parts.listeners.is_empty() {
            tag.set_listeners(parts.listeners.into());
        }
        if let Some(place) = tag.children_mut() {
            let mut children = parts.children;
            *place = match children.pop() {
                Some(only) if children.is_empty() && !parts.is_list => only,
                Some(last) => {
                    children.push(last);
                    VList::from(children).into()
                }
                None => VNode::default(),
            };
        }
        tag.into()
    }
}

/// What can be the value of an attribute.
pub trait Value {
    /// The value; `None` leaves the attribute out.
    fn attribute(self) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn attribute(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for String {
    fn attribute(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Value for AttrValue {
    fn attribute(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for u32 {
    fn attribute(self) -> Option<AttrValue> {
        self.to_string().attribute()
    }
}

impl Value for i32 {
    fn attribute(self) -> Option<AttrValue> {
        self.to_string().attribute()
    }
}

impl Value for usize {
    fn attribute(self) -> Option<AttrValue> {
        (self as u32).attribute()
    }
}

/// Whether an attribute is there that has no value.
impl Value for bool {
    fn attribute(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

impl<V: Value> Value for Option<V> {
    fn attribute(self) -> Option<AttrValue> {
        self.and_then(V::attribute)
    }
}

/// What can be in an element.
pub trait Content {
    /// The node.
    fn node(self) -> VNode;
}

impl Content for El {
    fn node(self) -> VNode {
        self.into()
    }
}

impl Content for VNode {
    fn node(self) -> VNode {
        self
    }
}

impl Content for &str {
    fn node(self) -> VNode {
        VText::new(AttrValue::Rc(self.into())).into()
    }
}

impl Content for &String {
    fn node(self) -> VNode {
        self.as_str().node()
    }
}

impl Content for String {
    fn node(self) -> VNode {
        self.as_str().node()
    }
}

impl Content for u32 {
    fn node(self) -> VNode {
        self.to_string().node()
    }
}

impl Content for usize {
    fn node(self) -> VNode {
        (self as u32).node()
    }
}

impl<C: Content> Content for Option<C> {
    fn node(self) -> VNode {
        self.map(C::node).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(built: El) -> Rc<VTag> {
        match built.node() {
            VNode::VTag(tag) => tag,
            other => panic!("{other:?} is no element"),
        }
    }

    fn attributes(built: El) -> Vec<(String, String)> {
        let tag = tag(built);
        let all = tag.attributes.iter();
        all.map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    /// How many children an element has side by side.
    fn places(built: El) -> usize {
        match tag(built).children() {
            Some(VNode::VList(list)) => list.len(),
            Some(_) => 1,
            None => 0,
        }
    }

    #[test]
    fn a_child_that_is_not_there_keeps_its_place() {
        let with = el("div").child("a").child(Some(el("b"))).child("c");
        let without = el("div").child("a").child(None::<El>).child("c");
        assert_eq!((places(with), places(without)), (3, 3));
    }

    #[test]
    fn children_are_a_list_even_where_there_is_one() {
        let one = el("ul").children([el("li").key(1_u32)]);
        assert!(matches!(tag(one).children(), Some(VNode::VList(_))));
        let only = el("p").child("text");
        assert!(matches!(tag(only).children(), Some(VNode::VText(_))));
    }

    #[test]
    fn classes_are_one_attribute_and_an_empty_one_is_none() {
        let built = el("i")
            .class("a")
            .class("")
            .class_if(true, "b")
            .class_if(false, "c");
        assert_eq!(attributes(built), [("class".to_owned(), "a b".to_owned())]);
        assert!(attributes(el("i").class("")).is_empty());
    }

    #[test]
    fn an_attribute_without_a_value_is_left_out() {
        let built = el("a")
            .set("href", None::<&'static str>)
            .set("hidden", false)
            .set("inert", true)
            .set("tabindex", 3_u32);
        let expected = [("inert", ""), ("tabindex", "3")];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(attributes(built), expected);
    }
}
