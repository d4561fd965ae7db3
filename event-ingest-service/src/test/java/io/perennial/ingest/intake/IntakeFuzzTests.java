package io.perennial.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.perennial.common.event.EventCodec;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Trust;
import io.perennial.ingest.check.Checks;
import io.perennial.ingest.intake.Judgement.Passed;
import io.perennial.ingest.intake.Judgement.Refused;
import io.perennial.ingest.source.Source;
import io.perennial.ingest.source.SourceLimits;
import io.perennial.ingest.testing.Mutants;
import io.perennial.ingest.wire.BodyParser;
import io.perennial.ingest.wire.BodyReader;
import io.perennial.ingest.wire.BodyTooLargeException;
import io.perennial.ingest.wire.MalformedBodyException;
import io.perennial.ingest.wire.MessageReader;
import io.perennial.ingest.wire.WireBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Mutated bodies are refused as bodies, or judged message by message: nothing else ever happens. */
class IntakeFuzzTests {

    private static final int LIMIT = 100_000;
    private static final int MUTANTS = 4_000;

    private final BodyParser parser = new BodyParser(new MessageReader());
    private final EventCodec codec = new EventCodec();
    private final Intake intake = new Intake(Checks.ofAShop(), new MessageReader(), 900_000);
    private final Source source = new Source("shop", Trust.SERVER, new SourceLimits(LIMIT, LIMIT, 100, null));

    @RepeatedTest(5)
    void mutatedBodiesAreJudgedOrRefused(RepetitionInfo repetition) {
        long seed = 20260315L + repetition.getCurrentRepetition();
        var random = new Random(seed);
        int judged = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = Mutants.next(random);
            try {
                judged += run(mutant, random.nextInt(4) == 0 ? EventType.TRACK : null);
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ", mutant " + i + ": " + new String(mutant, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(judged).isGreaterThan(MUTANTS / 10);
    }

    private int run(byte[] body, @Nullable EventType pathType) {
        try {
            byte[] json = BodyReader.inflate(body, LIMIT);
            WireBody wire = pathType == null ? parser.batch(json) : parser.single(json);
            List<Judgement> judgements = intake.judge(wire.messages(), pathType, source, wire.envelope(), Checks.NOW);
            assertThat(judgements).hasSameSizeAs(wire.messages());
            for (Judgement judgement : judgements) {
                switch (judgement) {
                    case Passed one ->
                        assertThat(codec.read(one.encoded()).messageId())
                                .isEqualTo(one.event().messageId());
                    case Refused one ->
                        assertThat(one.rejection().detail()).isNotBlank().doesNotContain("\u0000");
                }
            }
            return judgements.size();
        } catch (MalformedBodyException | BodyTooLargeException e) {
            assertThat(e.getMessage()).isNotBlank();
            return 0;
        }
    }
}
