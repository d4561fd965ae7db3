package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.local.service.Service;
import java.util.List;
import java.util.Random;

/** Products the shop sells, as it shows them to a newcomer. */
record Products(List<String> ids) {

    static Products of(Shop shop) {
        var ids = shop
                .get(Service.RECOMMENDATION, "/v1/recommendations?placement=home&limit=100")
                .path("items")
                .values()
                .stream()
                .map(item -> item.path("productId").asString())
                .toList();
        if (ids.isEmpty()) {
            throw new CannotMeasure("the shop has nothing to recommend");
        }
        return new Products(ids);
    }

    String any(Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    String at(int number) {
        return ids.get(number % ids.size());
    }
}
