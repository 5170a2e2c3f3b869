//! What can be tried in training: `name=value` on the command line.

use crate::Failure;
use crate::crf::Rates;

/// How a model is trained.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How weights move.
    pub rates: Rates,
    /// How often all texts are learnt from.
    pub passes: u64,
    /// In how many passes at the end the automatically labelled texts are left out.
    pub by_hand: u64,
    /// How much an automatically labelled text counts beside one that was labelled by reading.
    pub automatic: f32,
    /// Whether automatic labels count only where a model that was taught by hand agrees.
    pub agreed: bool,
    /// How many made-up pages of results there are.
    pub pages: u64,
    /// How many models are trained, each in other orders; their weights are averaged.
    pub models: u64,
    /// Which orders.
    pub seed: u64,
    /// Features in fewer places are left out.
    pub least: u8,
    /// For how many words in a hundred the word itself is hidden.
    pub hidden: u64,
    /// For how many documents in a hundred the people get other names.
    pub renamed: u64,
    /// After how many passes at the end the weights are averaged.
    pub averaged: u64,
    /// The weight of one step of the whole numbers that the model has.
    pub step: f32,
    /// The least weight that is kept, in steps.
    pub kept: i8,
    /// Whether the held-back texts are learnt from too, for the model that ships.
    pub all: bool,
    /// Whether the files labelled by others are held back as a whole.
    pub strangers: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rates: Rates {
                alpha: 0.2,
                beta: 1.0,
                l1: 0.3,
                l2: 1.0,
            },
            passes: 12,
            by_hand: 7,
            automatic: 0.3,
            agreed: true,
            pages: 400,
            models: 2,
            seed: 0,
            least: 3,
            hidden: 20,
            renamed: 20,
            averaged: 5,
            step: 0.1,
            kept: 2,
            all: false,
            strangers: false,
        }
    }
}

impl Settings {
    /// The settings with changes.
    pub fn with<'a>(changes: impl IntoIterator<Item = &'a String>) -> Result<Self, Failure> {
        let mut own = Self::default();
        for change in changes {
            let known = change
                .split_once('=')
                .and_then(|(name, value)| own.set(name, value));
            known.ok_or_else(|| Failure::Setting(change.clone()))?;
        }
        Ok(own)
    }

    fn set(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "alpha" => read(&mut self.rates.alpha, value),
            "beta" => read(&mut self.rates.beta, value),
            "l1" => read(&mut self.rates.l1, value),
            "l2" => read(&mut self.rates.l2, value),
            "passes" => read(&mut self.passes, value),
            "by-hand" => read(&mut self.by_hand, value),
            "automatic" => read(&mut self.automatic, value),
            "agreed" => read(&mut self.agreed, value),
            "pages" => read(&mut self.pages, value),
            "models" => read(&mut self.models, value),
            "seed" => read(&mut self.seed, value),
            "least" => read(&mut self.least, value),
            "hidden" => read(&mut self.hidden, value),
            "renamed" => read(&mut self.renamed, value),
            "averaged" => read(&mut self.averaged, value),
            "step" => read(&mut self.step, value),
            "kept" => read(&mut self.kept, value),
            "strangers" => read(&mut self.strangers, value),
            "all" => read(&mut self.all, value),
            _ => None,
        }
    }
}

fn read<T: std::str::FromStr>(place: &mut T, value: &str) -> Option<()> {
    *place = value.parse().ok()?;
    Some(())
}
