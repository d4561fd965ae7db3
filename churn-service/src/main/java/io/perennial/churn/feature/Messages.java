package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.FeatureDefinition.optional;
import static io.perennial.churn.feature.Scale.LINEAR;
import static io.perennial.churn.feature.Scale.LOG;
import static io.perennial.churn.feature.Unit.DAYS;
import static io.perennial.churn.feature.Unit.MESSAGES;
import static io.perennial.churn.feature.Unit.SHARE;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;

/** What a shopper makes of our messages. */
final class Messages {

    static final FeatureDefinition OF_30_DAYS = always(
            "messages_30",
            MESSAGES,
            LOG,
            past -> past.hoursWith(Activity.MESSAGE, past.daysAgo(30)),
            "got {messages_30} of ours in the last 30 days");

    static final FeatureDefinition RESPONSE_SHARE = optional(
            "response_share_90",
            SHARE,
            LINEAR,
            Messages::responseShare,
            "followed {response_share_90} of our messages of the last 90 days",
            "got no message of ours lately");

    static final FeatureDefinition DAYS_SINCE_MESSAGE = optional(
            "days_since_message",
            DAYS,
            LOG,
            Messages::daysSinceLast,
            "the last message of ours was {days_since_message} ago",
            "no message of ours is known");

    private Messages() {}

    /** Hours with a click over hours with a message, of the last 90 days, at most 1; missing without a message. */
    static double responseShare(HistoryView past) {
        int messages = past.hoursWith(Activity.MESSAGE, past.daysAgo(90));
        return messages == 0
                ? Double.NaN
                : Math.min(1, (double) past.hoursWith(Activity.RESPONSE, past.daysAgo(90)) / messages);
    }

    static double daysSinceLast(HistoryView past) {
        long[] messages = past.moments(Activity.MESSAGE);
        return messages.length == 0 ? Double.NaN : past.daysSince(messages[messages.length - 1]);
    }
}
