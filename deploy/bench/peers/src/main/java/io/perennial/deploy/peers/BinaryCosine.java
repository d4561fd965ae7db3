package io.perennial.deploy.peers;

import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.similarity.AbstractItemSimilarity;
import org.apache.mahout.cf.taste.model.DataModel;

/**
 * The cosine of products as sets of shoppers. Mahout's own cosine looks at common shoppers only, where without ratings every two
 * products are alike; this one is its Tanimoto coefficient with another denominator, and asks the data model the same.
 */
final class BinaryCosine extends AbstractItemSimilarity {

    BinaryCosine(DataModel model) {
        super(model);
    }

    @Override
    public double itemSimilarity(long one, long other) throws TasteException {
        return similarity(one, other, getDataModel().getNumUsersWithPreferenceFor(one));
    }

    @Override
    public double[] itemSimilarities(long one, long[] others) throws TasteException {
        var ofOne = getDataModel().getNumUsersWithPreferenceFor(one);
        var similarities = new double[others.length];
        for (var i = 0; i < others.length; i++) {
            similarities[i] = similarity(one, others[i], ofOne);
        }
        return similarities;
    }

    private double similarity(long one, long other, int ofOne) throws TasteException {
        var both = getDataModel().getNumUsersWithPreferenceFor(one, other);
        return both == 0
                ? Double.NaN
                : both / Math.sqrt((double) ofOne * getDataModel().getNumUsersWithPreferenceFor(other));
    }
}
