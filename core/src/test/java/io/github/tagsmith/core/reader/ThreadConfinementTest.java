package io.github.tagsmith.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ThreadConfinementTest {

    private final ThreadConfinement confinement = new ThreadConfinement("this thing");

    private static void onThread(String name, Runnable task) throws InterruptedException, ExecutionException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                        done.complete(null);
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                },
                name);
        thread.start();
        thread.join();
        done.get();
    }

    @Test
    void oneThreadGoesInAsOftenAsItLikes() throws Exception {
        confinement.enter();
        confinement.enter();
        confinement.exit();
        confinement.exit();
        onThread("other", () -> {
            confinement.enter();
            confinement.exit();
        });
    }

    @Test
    void anotherThreadIsToldWhoIsInside() throws Exception {
        confinement.enter();
        confinement.enter();
        confinement.exit();
        ExecutionException refused = assertThrows(ExecutionException.class, () -> onThread("late", confinement::enter));
        assertEquals(
                "this thing belongs to one thread at a time: thread \"late\" came while thread \""
                        + Thread.currentThread().getName()
                        + "\" was using it. Open a Readers of its own for each thread.",
                Objects.requireNonNull(refused.getCause()).getMessage());
        confinement.exit();
        onThread("late", confinement::enter);
    }

    @Test
    void aThreadThatEndedInsideIsGone() throws Exception {
        onThread("short-lived", confinement::enter);
        confinement.enter();
        confinement.exit();
        onThread("next", confinement::enter);
    }
}
