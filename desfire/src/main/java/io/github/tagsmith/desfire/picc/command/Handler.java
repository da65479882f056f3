package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.picc.sm.Refusal;

/** What a command does. */
@FunctionalInterface
interface Handler {

    /**
     * Does it, on the draft.
     *
     * @param card the draft of the card
     * @param command the command
     * @return what to answer
     * @throws Refusal if the card refuses; the draft is dropped then
     */
    Outcome handle(Draft card, Parameters command) throws Refusal;
}
