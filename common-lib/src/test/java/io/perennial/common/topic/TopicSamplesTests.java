package io.perennial.common.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.EventCodec;
import io.perennial.common.testkit.Samples;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Reads the sample of every topic's version: what was written once stays readable. */
class TopicSamplesTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theAcceptedEventIsReadAndWrittenAsTheSampleHasIt() {
        EventCodec codec = new EventCodec();
        byte[] sample = Samples.of(Topics.ACCEPTED);

        assertThat(Objects.requireNonNull(codec.read(sample).base()).amount()).isEqualByComparingTo("15.30");
        assertSame(codec.write(codec.read(sample)), sample);
    }

    @Test
    void everyRecordIsReadAndWrittenAsTheSampleHasIt() {
        assertRoundTrip(Topics.IDENTITY, IdentityState.class);
        assertRoundTrip(Topics.PROFILE, ProfileState.class);
        assertRoundTrip(Topics.SEGMENT_CHANGED, SegmentChanged.class);
        assertRoundTrip(Topics.ERASURE_REQUESTED, ErasureRequested.class);
        assertRoundTrip(Topics.erasureDone("profile"), ErasureDone.class);
        assertRoundTrip(Topics.CHURN_SCORE, ChurnScoreState.class);
        assertRoundTrip(Topics.CAMPAIGN_DECISION, CampaignDecision.class);
    }

    @Test
    void anUnknownFieldIsIgnoredAndAMissingCollectionIsEmpty() {
        ProfileState state = TopicCodec.of(ProfileState.class).read("""
                {"profileId":"00000000-0000-5000-8000-000000000000","revision":1,"updatedAt":"2026-01-01T00:00:00Z",
                 "stage":"lead","events":3,"orders":0,"shoeSize":43}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(state.consents()).isEmpty();
        assertThat(state.segments()).isEmpty();
    }

    @Test
    void moneyIsAString() {
        ProfileState state = TopicCodec.of(ProfileState.class).read(Samples.of(Topics.PROFILE));

        assertThat(Objects.requireNonNull(state.revenue()).amount()).isEqualTo(new BigDecimal("5288.63"));
        assertThat(new String(TopicCodec.of(ProfileState.class).write(state), StandardCharsets.UTF_8))
                .contains("\"amount\":\"5288.63\"");
    }

    private static <T> void assertRoundTrip(String topic, Class<T> type) {
        TopicCodec<T> codec = TopicCodec.of(type);
        byte[] sample = Samples.of(topic);
        assertSame(codec.write(codec.read(sample)), sample);
    }

    private static void assertSame(byte[] written, byte[] sample) {
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(sample));
    }
}
