//! Typed positions in the tables of an archive.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position as an index into the table.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id! {
    /// A document: its position in the collection's document table.
    DocId
}
id! {
    /// A passage (paragraph, list item, quotation): its position among the passages of the whole
    /// collection, documents in order.
    PassageId
}
id! {
    /// An entity: its position in the collection's entity table.
    EntityId
}
id! {
    /// A topic: its position in the collection's list of topics.
    TopicId
}
