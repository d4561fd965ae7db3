package io.perennial.churn.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Lets those who ask at the same time share a round trip. Who asks while nobody does, asks at once; who comes meanwhile waits, and
 * the first of them asks for all. So a question alone waits for nothing, and a crowd costs the database little more than one.
 */
final class SharedRead<Q, A> {

    private final Function<List<Q>, List<A>> source;
    private List<Ticket<Q, A>> waiting = new ArrayList<>();
    private boolean asking;

    /** @param source answers in the order of the questions; has a timeout */
    SharedRead(Function<List<Q>, List<A>> source) {
        this.source = source;
    }

    private static final class Ticket<Q, A> {

        private final Q question;
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        /** Whether it is this one's turn to ask; false: somebody else has. */
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

        Ticket(Q question) {
            this.question = question;
        }
    }

    /**
     * The answer, or what the source threw: one question's failure is that of all who shared it.
     */
    A ask(Q question) {
        Ticket<Q, A> ticket = new Ticket<>(question);
        synchronized (this) {
            waiting.add(ticket);
            if (!asking) {
                asking = true;
                ticket.turn.complete(true);
            }
        }
        if (ticket.turn.join()) {
            askForAll();
        }
        try {
            return ticket.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How many wait for the one that is under way. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void askForAll() {
        List<Ticket<Q, A>> all;
        synchronized (this) {
            all = waiting;
            waiting = new ArrayList<>();
        }
        try {
            List<A> answers =
                    source.apply(all.stream().map(ticket -> ticket.question).toList());
            for (int i = 0; i < all.size(); i++) {
                all.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            all.forEach(ticket -> ticket.answer.completeExceptionally(e));
        } finally {
            handOver();
            all.forEach(ticket -> ticket.turn.complete(false));
        }
    }

    private void handOver() {
        synchronized (this) {
            if (waiting.isEmpty()) {
                asking = false;
            } else {
                waiting.getFirst().turn.complete(true);
            }
        }
    }
}
