//! Components. Yew compiles what mounts, updates and takes away a component for every component
//! anew. Here all of them are one component for Yew, which draws whichever it is given.

use std::any::{Any, type_name};
use std::rc::Rc;

use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::prelude::*;
use yew::virtual_dom::{Key, VChild, VList};

/// A component.
pub fn component<C>(props: C::Properties) -> Html
where
    C: FunctionProvider + 'static,
    C::Properties: 'static,
{
    placed(None, type_name::<C>(), Rc::new(Of::<C>(props)))
}

/// A component with a key among its siblings.
pub fn keyed<C>(key: impl Into<Key>, props: C::Properties) -> Html
where
    C: FunctionProvider + 'static,
    C::Properties: 'static,
{
    placed(Some(key.into()), type_name::<C>(), Rc::new(Of::<C>(props)))
}

/// In a list of its own, whose only member has the name of the component in its key: where another
/// component takes its place, or the same one with another key, nothing of the one before is kept.
fn placed(key: Option<Key>, name: &'static str, drawn: Rc<dyn Drawn>) -> Html {
    let own = match &key {
        Some(key) => Key::from([name, " ", key].concat()),
        None => Key::from(name),
    };
    let part = VChild::<Part>::new(PartProps { drawn }, Some(own));
    VList::with_children(vec![part.into()], key).into()
}

/// A component with its properties.
trait Drawn {
    fn draw(&self, context: &mut HookContext) -> HtmlResult;
    fn props(&self) -> &dyn Any;
    fn has(&self, props: &dyn Any) -> bool;
}

struct Of<C: FunctionProvider>(C::Properties);

impl<C> Drawn for Of<C>
where
    C: FunctionProvider + 'static,
    C::Properties: 'static,
{
    fn draw(&self, context: &mut HookContext) -> HtmlResult {
        C::run(context, &self.0)
    }

    fn props(&self) -> &dyn Any {
        &self.0
    }

    fn has(&self, props: &dyn Any) -> bool {
        props.downcast_ref().is_some_and(|props| self.0 == *props)
    }
}

#[derive(Properties)]
struct PartProps {
    drawn: Rc<dyn Drawn>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.drawn.has(other.drawn.props())
    }
}

#[component]
fn Part(props: &PartProps) -> HtmlResult {
    use_drawn(&*props.drawn)
}

/// The hooks of the component are those of the part.
fn use_drawn(drawn: &dyn Drawn) -> impl Hook<Output = HtmlResult> {
    Draw(drawn)
}

struct Draw<'d>(&'d dyn Drawn);

impl Hook for Draw<'_> {
    type Output = HtmlResult;

    fn run(self, context: &mut HookContext) -> HtmlResult {
        self.0.draw(context)
    }
}
