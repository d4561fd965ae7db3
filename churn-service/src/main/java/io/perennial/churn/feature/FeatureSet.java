package io.perennial.churn.feature;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.ShopperHistory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The features a model is made of, in the order of its columns, and the one way from a shopper's past to their values: training and
 * serving both come through here. A new feature is a file of this package, and its name in a list below.
 */
public final class FeatureSet {

    /** Of who has an order that stands. */
    public static final FeatureSet BUYERS = new FeatureSet(
            past -> !past.orders().isEmpty(),
            Rhythm.DAYS_SINCE_ORDER,
            Rhythm.GAP_RATIO,
            Rhythm.SILENCE_CHANCE,
            Rhythm.MEAN_GAP,
            Rhythm.GAP_VARIATION,
            Rhythm.TENURE,
            Rhythm.ORDER_DAYS,
            Orders.ALL,
            Orders.OF_30_DAYS,
            Orders.OF_90_DAYS,
            Orders.OF_180_DAYS,
            Spending.REVENUE,
            Spending.REVENUE_90,
            Spending.LAST_ORDER_VALUE,
            Spending.REFUNDS,
            Spending.REFUND_SHARE,
            Spending.DISCOUNT_SHARE,
            Breadth.ORDER_BREADTH,
            Breadth.LAST_ORDER_BREADTH,
            Breadth.CATEGORIES,
            Visits.DAYS_SINCE_VISIT,
            Visits.DAYS_OF_7,
            Visits.DAYS_OF_30,
            Visits.DAYS_OF_90,
            Visits.SESSIONS_90,
            Visits.DAYS_SINCE_ORDER,
            Visits.CART_DAYS_SINCE_ORDER,
            Reviews.REVIEWS,
            Messages.OF_30_DAYS,
            Messages.RESPONSE_SHARE);

    /** Of who ever came, whether they ordered or not, with the session they are in. */
    public static final FeatureSet VISITORS = new FeatureSet(
            past -> past.moments(Activity.VISIT).length > 0 || !past.orders().isEmpty(),
            Session.MINUTES,
            Session.PRODUCT_HOURS,
            Session.CART_HOURS,
            Session.DAYS_SINCE_PREVIOUS,
            Visits.KNOWN_DAYS,
            Visits.DAYS_OF_7,
            Visits.DAYS_OF_30,
            Visits.DAYS_OF_90,
            Visits.SESSIONS_90,
            Visits.PRODUCT_DAYS,
            Visits.CART_DAYS,
            Rhythm.DAYS_SINCE_ANY_ORDER,
            Orders.ALL,
            Orders.OF_90_DAYS,
            Spending.REVENUE_90,
            Spending.DISCOUNT_SHARE,
            Reviews.REVIEWS,
            Messages.OF_30_DAYS,
            Messages.RESPONSE_SHARE,
            Messages.DAYS_SINCE_MESSAGE);

    private final Predicate<HistoryView> knows;
    private final List<FeatureDefinition> features;
    private final List<String> columns;
    private final String hash;
    private final Scale[] scales;
    private final int[] featureOf;
    private final Map<String, Integer> indices;

    private FeatureSet(Predicate<HistoryView> knows, FeatureDefinition... definitions) {
        this.knows = knows;
        features = List.of(definitions);
        List<String> names =
                new ArrayList<>(features.stream().map(FeatureDefinition::name).toList());
        int[] optional = IntStream.range(0, features.size())
                .filter(feature -> features.get(feature).optional())
                .toArray();
        for (int feature : optional) {
            names.add(features.get(feature).name() + ".missing");
        }
        columns = List.copyOf(names);
        featureOf = IntStream.concat(IntStream.range(0, features.size()), IntStream.of(optional))
                .toArray();
        hash = sha256(features.stream().map(FeatureDefinition::signature).collect(Collectors.joining("\n")));
        scales = features.stream().map(FeatureDefinition::scale).toArray(Scale[]::new);
        indices = IntStream.range(0, features.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> features.get(i).name(), i -> i));
    }

    /** The shopper's features as of a time; nothing later enters. Empty where the set knows nothing of such a shopper. */
    public Optional<FeatureVector> extract(ShopperHistory history, Instant asOf) {
        return extract(history.asOf(asOf));
    }

    /** The features of a past as it stood; empty where the set knows nothing of such a shopper. */
    public Optional<FeatureVector> extract(HistoryView past) {
        if (!knows.test(past)) {
            return Optional.empty();
        }
        double[] values = new double[features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = features.get(i).value().applyAsDouble(past);
        }
        return Optional.of(new FeatureVector(this, values));
    }

    /** The definitions, in order. */
    public List<FeatureDefinition> features() {
        return features;
    }

    public int size() {
        return features.size();
    }

    /** The features' names, in order. */
    public List<String> names() {
        return columns.subList(0, features.size());
    }

    /** What a model sees: the features, then {@code <name>.missing} of the optional ones. */
    public List<String> columns() {
        return columns;
    }

    /** Names what the features mean: a model made for another hash is not used. */
    public String hash() {
        return hash;
    }

    /** Which feature a column belongs to. */
    public int featureOf(int column) {
        return featureOf[column];
    }

    /**
     * Where a feature stands.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    int indexOf(String name) {
        Integer index = indices.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no feature " + name);
        }
        return index;
    }

    Scale scale(int feature) {
        return scales[feature];
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
