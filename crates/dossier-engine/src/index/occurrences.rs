//! Where the stems of a collection stand, while its index is built.

/// The document of one in so many words is noted.
const STEP: usize = 64;

/// The words of a collection by their stems. Words are numbered through all documents: of each
/// those of its body, of its byline, of its title.
pub(super) struct Occurrences {
    /// The numbers of the words, those of each stem together and ascending.
    words: Vec<u32>,
    /// Where those of each stem end.
    ends: Vec<u32>,
    /// The first word of each document, and how many words there are.
    starts: Vec<u32>,
    /// The document of every [`STEP`]th word.
    documents: Vec<u32>,
    /// How many words there are in the row of body and byline, and in the title, of each document.
    rooms: Vec<(u32, u32)>,
}

impl Occurrences {
    /// Those of documents with as many words as `rooms` says, of which `words` gives the stems, and
    /// may be asked twice. There are so many `stems`.
    pub fn new<W: Iterator<Item = u32>>(
        rooms: Vec<(u32, u32)>,
        stems: usize,
        words: impl Fn() -> W,
    ) -> Self {
        let mut starts = Vec::with_capacity(rooms.len() + 1);
        let mut documents = Vec::new();
        let mut end = 0;
        for (doc, &(row, title)) in (0..).zip(&rooms) {
            starts.push(end);
            end += row + title;
            documents.resize((end as usize).div_ceil(STEP), doc);
        }
        starts.push(end);
        let mut ends = vec![0; stems];
        for stem in words() {
            ends[stem as usize] += 1;
        }
        let mut before = 0;
        for end in &mut ends {
            before += std::mem::replace(end, before);
        }
        // Each is moved on from where the words of the stem begin to where they end.
        let mut by_stem = vec![0; end as usize];
        for (number, stem) in (0..).zip(words()) {
            let next = &mut ends[stem as usize];
            by_stem[*next as usize] = number;
            *next += 1;
        }
        Self {
            words: by_stem,
            ends,
            starts,
            documents,
            rooms,
        }
    }

    /// How many words there are in the row and in the title of each document.
    pub fn rooms(&self) -> &[(u32, u32)] {
        &self.rooms
    }

    /// Calls `found` with each document that has a stem, in order, and the positions of the stem in
    /// its row and in its title.
    pub fn each(&self, stem: usize, mut found: impl FnMut(u32, &[u32], &[u32])) {
        let start = stem.checked_sub(1).map_or(0, |before| self.ends[before]);
        let mut words = &self.words[start as usize..self.ends[stem] as usize];
        let mut positions = Vec::new();
        while let Some(&first) = words.first() {
            let mut doc = self.documents[first as usize / STEP];
            while self.starts[doc as usize + 1] <= first {
                doc += 1;
            }
            let (start, end) = (self.starts[doc as usize], self.starts[doc as usize + 1]);
            let title = start + self.rooms[doc as usize].0;
            let count = words.iter().take_while(|&&word| word < end).count();
            let (inside, rest) = words.split_at(count);
            words = rest;
            let in_row = inside.iter().take_while(|&&word| word < title).count();
            positions.clear();
            positions.extend(inside[..in_row].iter().map(|word| word - start));
            positions.extend(inside[in_row..].iter().map(|word| word - title));
            let (row, title) = positions.split_at(in_row);
            found(doc, row, title);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_stems_in_body_and_title() {
        let words = [0, 1, 0, 0, 2, 0, 0];
        let rooms = vec![(0, 0), (2, 1), (0, 0), (0, 2), (2, 0)];
        let occurrences = Occurrences::new(rooms, 4, || words.into_iter());
        let of = |stem: usize| {
            let mut places = Vec::new();
            occurrences.each(stem, |doc, row, title| {
                places.push((doc, row.to_vec(), title.to_vec()));
            });
            places
        };
        let expected = [
            (1, vec![0], vec![0]),
            (3, vec![], vec![0]),
            (4, vec![0, 1], vec![]),
        ];
        assert_eq!(of(0), expected);
        assert_eq!(of(1), [(1, vec![1], vec![])]);
        assert_eq!(of(2), [(3, vec![], vec![1])]);
        assert_eq!(of(3), []);
    }
}
