package io.perennial.deploy.local.tour;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Predicate;

/** Asks and shows: each request as a curl line, and under it what really came back. */
final class Guide {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final String INDENT = "    ";
    private static final int LINES = 22;

    private final Caller caller = new Caller();
    private final PrintStream out;

    Guide(PrintStream out) {
        this.out = out;
    }

    void says(String line) {
        out.println(line);
    }

    void headline(String line) {
        out.println();
        out.println("── " + line);
    }

    /** Sends, and shows both sides. */
    Answer show(Call call) {
        return show(call, caller.send(call));
    }

    /** The same, asking again for a while until the answer is the wanted one; shows the last. */
    Answer showOnce(Call call, Duration within, Predicate<Answer> wanted) {
        return show(call, await(call, within, wanted));
    }

    /** Sends without showing. */
    Answer ask(Call call) {
        return caller.send(call);
    }

    /** The first wanted answer, or the last one there was. */
    Answer await(Call call, Duration within, Predicate<Answer> wanted) {
        var until = System.nanoTime() + within.toNanos();
        var answer = caller.send(call);
        while (!wanted.test(answer) && System.nanoTime() < until) {
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
            answer = caller.send(call);
        }
        return answer;
    }

    private Answer show(Call call, Answer answer) {
        out.println("$ " + call.asCurl());
        if (!answer.isOk()) {
            out.println(INDENT + (answer.status() == 0 ? "!" : "! HTTP " + answer.status()));
        }
        var shown = answer.json().isMissingNode() ? answer.text().strip() : ShortJson.of(answer.json());
        var lines = shown.lines().toList();
        lines.stream().limit(LINES).map(INDENT::concat).forEach(out::println);
        if (lines.size() > LINES) {
            out.println(INDENT + "… " + (lines.size() - LINES) + " more lines");
        }
        return answer;
    }
}
