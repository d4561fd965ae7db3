package io.perennial.deploy.replay.send;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what became of the messages; asked by the progress display while couriers write. */
public final class Verdicts {

    /** So many rejections are kept with their details; all are counted. */
    private static final int KEPT = 10_000;

    private final List<Rejected> rejections = new ArrayList<>();
    private long sent;
    private long accepted;
    private long duplicates;
    private long rejected;
    private long undelivered;
    private long retries;
    private long batches;
    private long bytes;
    private int refusals;
    private @Nullable String trouble;

    /** What was counted so far. */
    public record Count(
            long sent,
            long accepted,
            long duplicates,
            long rejected,
            long undelivered,
            long retries,
            long batches,
            long bytes,
            List<Rejected> rejections) {}

    /** One message ingest did not take, and why. */
    public record Rejected(String messageId, String code, String detail, String message) {}

    /** The state of the account. */
    public synchronized Count count() {
        return new Count(
                sent, accepted, duplicates, rejected, undelivered, retries, batches, bytes, List.copyOf(rejections));
    }

    /** Messages with a verdict. */
    public synchronized long judged() {
        return sent;
    }

    /** Why nothing moves at the moment; null while everything does. */
    public synchronized @Nullable String trouble() {
        return trouble;
    }

    synchronized void answered(Batch batch, Answer answer, int size) {
        trouble = null;
        sent += batch.size();
        batches++;
        bytes += size;
        accepted += answer.accepted();
        duplicates += answer.duplicates();
        rejected += answer.rejections().size();
        for (Answer.Rejection rejection : answer.rejections()) {
            boolean known = rejection.index() >= 0 && rejection.index() < batch.size();
            keep(new Rejected(
                    String.valueOf(rejection.messageId()),
                    String.valueOf(rejection.code()),
                    String.valueOf(rejection.detail()),
                    known ? batch.message(rejection.index()) : ""));
        }
    }

    /** A single message whose request was refused: nobody has it. Returns how many there were of them. */
    synchronized int refused(Batch single, Delivery.Refused refusal) {
        sent++;
        undelivered++;
        refusals++;
        keep(new Rejected("", "http-" + refusal.status(), refusal.why(), single.message(0)));
        return refusals;
    }

    synchronized void retried(String why) {
        retries++;
        trouble = why;
    }

    synchronized void undeliverable(int messages) {
        undelivered += messages;
    }

    private void keep(Rejected one) {
        if (rejections.size() < KEPT) {
            rejections.add(one);
        }
    }
}
