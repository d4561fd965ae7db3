package io.perennial.churn.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever asks gets the own answer; who comes while somebody asks goes with the next. */
class SharedReadTests {

    @Test
    void everybodyGetsTheOwnAnswerAndTheCrowdSharesReads() throws Exception {
        ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
        CountDownLatch first = new CountDownLatch(1);
        SharedRead<Integer, String> reads = new SharedRead<>(questions -> {
            sizes.add(questions.size());
            awaitQuietly(first);
            return questions.stream().map(question -> "answer " + question).toList();
        });
        try (ExecutorService crowd = Executors.newFixedThreadPool(20)) {
            List<CompletableFuture<String>> answers = new ArrayList<>();
            answers.add(CompletableFuture.supplyAsync(() -> reads.ask(0), crowd));
            await().until(() -> sizes.size() == 1);
            IntStream.range(1, 20).forEach(i -> answers.add(CompletableFuture.supplyAsync(() -> reads.ask(i), crowd)));
            await().until(() -> reads.waiting() == 19);
            first.countDown();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo("answer " + i);
            }
        }
        assertThat(sizes).containsExactly(1, 19);
        assertThat(reads.ask(7)).isEqualTo("answer 7");
    }

    @Test
    void aFailureIsToldAndTheNextIsAskedAnew() {
        List<Integer> asked = new ArrayList<>();
        SharedRead<Integer, Integer> reads = new SharedRead<>(questions -> {
            asked.addAll(questions);
            if (asked.size() == 1) {
                throw new IllegalStateException("no database");
            }
            return questions;
        });
        assertThatIllegalStateException().isThrownBy(() -> reads.ask(1)).withMessage("no database");
        assertThat(reads.ask(2)).isEqualTo(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
