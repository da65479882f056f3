package io.github.tagsmith.desfire.observer;

/**
 * A message read with one of the messagings that a session may have.
 *
 * @param before that messaging
 * @param command what it makes of the command
 * @param answer what it makes of the answer
 */
record Attempt(Messaging before, Reading command, Reading answer) {

    /** Reads a message; an answer that ends the session, or says that it failed, comes without protection. */
    static Attempt of(Messaging messaging, Request request, Message message, boolean bareAnswer) {
        Reading command = messaging.command(request);
        Reading answer = bareAnswer
                ? Reading.plain(message.answer(), command.next())
                : command.next().answer(request, command, message.status(), message.answer());
        return new Attempt(messaging, command, answer);
    }

    boolean isWrong() {
        return command.isWrong() || answer.isWrong();
    }

    /** Whether something in it could be checked, and is right. */
    boolean isProven() {
        return !isWrong() && (command.verdict() == Verdict.RIGHT || answer.verdict() == Verdict.RIGHT);
    }

    /** The lower, the better. */
    int rank() {
        if (isProven()) {
            return 0;
        }
        return isWrong() ? 2 : 1;
    }
}
