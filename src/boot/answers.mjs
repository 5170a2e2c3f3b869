// The page's script in a worker: there it shows nothing, but answers what the page asks the engine.

/** Whether this is a worker. */
export const isWorker = "WorkerGlobalScope" in globalThis;

/**
 * Answers questions for as long as the worker is there. The first message brings the compiled
 * program and the archive, and is answered by what is known of the collection, or by a text that
 * says what is wrong with the archive. All others are questions with their numbers.
 */
export function answer({ initSync, Answers }) {
  let answers;
  let works = false;
  const reply = (id, answer) => postMessage({ id, answer }, [answer.buffer]);
  // One thing in a turn: before the next one, all questions that have arrived are taken.
  const turn = () => {
    works = answers.work(reply);
    if (works) setTimeout(turn);
  };
  const wake = () => {
    if (!works) setTimeout(turn);
    works = true;
  };
  const open = ({ module, archive }) => {
    initSync({ module });
    try {
      answers = new Answers(archive);
    } catch (error) {
      // Any other kind is no matter of the archive: then the worker has failed.
      if (error.name !== "Error") throw error;
      return postMessage({ broken: error.message });
    }
    const overview = answers.overview();
    postMessage({ overview }, [overview.buffer]);
    wake();
  };
  onmessage = ({ data }) => {
    if (!answers) return open(data);
    answers.ask(data.id, data.question);
    wake();
  };
}
