package io.perennial.deploy.replay.send;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Delivers one batch after the other, and tries again for as long as there is hope and patience. */
final class Courier {

    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 5_000;
    /** When ingest refuses so many single messages as requests, it is not about the messages. */
    private static final int REFUSALS = 100;

    private final IngestClient client;
    private final Verdicts verdicts;
    private final Duration patience;

    Courier(IngestClient client, Verdicts verdicts, Duration patience) {
        this.client = client;
        this.verdicts = verdicts;
        this.patience = patience;
    }

    /** Returns when ingest has given its verdict on every message of the batch. */
    void deliver(Batch batch) throws GaveUpException, InterruptedException {
        byte[] body = batch.body();
        long deadline = System.nanoTime() + patience.toNanos();
        for (int attempt = 0; ; attempt++) {
            switch (client.post(body)) {
                case Delivery.Answered(Answer answer) -> {
                    verdicts.answered(batch, answer, body.length);
                    return;
                }
                case Delivery.Refused refusal
                when batch.size() == 1 -> {
                    if (verdicts.refused(batch, refusal) > REFUSALS) {
                        throw new GaveUpException("ingest refuses every request, the last with: " + refusal.why(), 0);
                    }
                    return;
                }
                case Delivery.Refused _ -> {
                    deliverHalves(batch);
                    return;
                }
                case Delivery.Hopeless(String why) -> throw new GaveUpException(why, batch.size());
                case Delivery.Later(String why, Duration asked) -> {
                    Duration wait = longer(asked, backoff(attempt));
                    if (System.nanoTime() + wait.toNanos() > deadline) {
                        throw new GaveUpException(
                                "tried for " + patience.toSeconds() + " s, the last answer was: " + why, batch.size());
                    }
                    verdicts.retried(why);
                    Thread.sleep(wait);
                }
            }
        }
    }

    private void deliverHalves(Batch batch) throws GaveUpException, InterruptedException {
        int left = batch.size();
        for (Batch half : batch.halves()) {
            left -= half.size();
            try {
                deliver(half);
            } catch (GaveUpException e) {
                throw new GaveUpException(e.why, e.undelivered + left);
            }
        }
    }

    private static Duration backoff(int attempt) {
        long wait = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(attempt, 10));
        return Duration.ofMillis(wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** There is no use in going on. */
    static final class GaveUpException extends Exception {

        private static final long serialVersionUID = 1;

        private final String why;
        private final int undelivered;

        private GaveUpException(String why, int undelivered) {
            super(why);
            this.why = why;
            this.undelivered = undelivered;
        }

        String why() {
            return why;
        }

        /** Messages of the batch nobody has answered for. */
        int undelivered() {
            return undelivered;
        }
    }
}
