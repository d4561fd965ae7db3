package io.perennial.deploy.replay.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.perennial.deploy.replay.TestFiles;
import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.ProductLine;
import io.perennial.deploy.replay.message.Shopper;
import io.perennial.deploy.replay.table.DirtyLines;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherDatasetsTests {

    @TempDir
    Path folder;

    @Test
    void retailRocketIsToldInOrderOfTimeWithATransactionAsOneOrder() throws IOException {
        Readings read = Readings.of(new RetailRocket(TestFiles.plain(folder, """
                timestamp,visitorid,event,itemid,transactionid
                1433193132535,7,transaction,10,4369.0
                1433193132000,7,view,10,
                1433193132999,7,transaction,11,4369
                1433193131000,7,addtocart,10,
                1433193131000,7,transaction,10,
                x,7,view,10,
                1433193131000,,view,10,
                1433193131000,7,stare,10,
                """)));
        assertThat(read.messages())
                .extracting(message -> message.action().event())
                .containsExactly("Product Added", "Product Viewed", "Order Completed");
        assertThat(read.messages()).extracting(Message::shopper).containsOnly(Shopper.anonymous("7"));
        Action.Ordered order = read.actions(Action.Ordered.class).getFirst();
        assertThat(order.orderId()).isEqualTo("4369");
        assertThat(order.revenue()).isEqualTo(BigDecimal.ZERO);
        assertThat(order.products()).extracting(ProductLine::productId).containsExactly("10", "11");
        assertThat(read.messages().getLast().at()).isEqualTo(Instant.ofEpochMilli(1433193132535L));
        assertThat(read.dirt())
                .extracting(DirtyLines.Reason::reason, DirtyLines.Reason::firstLines)
                .containsExactly(
                        tuple("a transaction without a number", List.of(6L)),
                        tuple("the time is none we know", List.of(7L)),
                        tuple("the visitor is not a whole number", List.of(8L)),
                        tuple("an event that is not known", List.of(9L)));
    }

    @Test
    void rees46LinesAreEventsOfAUserInASession() throws IOException {
        Readings read = Readings.of(new Rees46(TestFiles.plain(folder, """
                event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
                2019-10-01 00:00:00 UTC,view,1,99,toys.dolls,acme,35.79,5,s-1
                2019-10-01 00:00:01 UTC,cart,1,99,,acme,35.79,5,s-1
                2019-10-01 00:00:02 UTC,remove_from_cart,1,99,,,35.79,5,s-1
                2019-10-01 00:00:03 UTC,purchase,1,99,toys.dolls,acme,35.79,5,s-1
                2019-10-01 00:00:03 UTC,purchase,1,99,toys.dolls,acme,,5,s-1
                2019-10-01 00:00:03 UTC,purchase,1,99,toys.dolls,acme,-3,5,s-1
                2019-10-01 00:00:04 UTC,view,1,99,toys.dolls,acme,35.79,54""")));
        ProductLine doll = ProductLine.one("1", null, "toys.dolls", "acme", new BigDecimal("35.79"));
        assertThat(read.messages())
                .extracting(Message::action)
                .containsExactly(
                        new Action.Viewed(doll),
                        new Action.Added("s-1", ProductLine.one("1", null, "99", "acme", new BigDecimal("35.79"))),
                        new Action.Removed("s-1", ProductLine.one("1", null, "99", null, new BigDecimal("35.79"))),
                        new Action.Ordered("s-1-1569888003-1", new BigDecimal("35.79"), null, null, List.of(doll)));
        assertThat(read.messages()).extracting(Message::shopper).containsOnly(new Shopper("5", null, "s-1"));
        assertThat(read.dirt())
                .extracting(DirtyLines.Reason::reason)
                .containsExactly("a purchase without a price", "the price is negative", "the last line is cut off");
    }

    @Test
    void theRealRetailRocketSampleIsClean() throws IOException {
        Readings read = Readings.of(new RetailRocket(TestFiles.real("retailrocket-events.csv.gz")));
        assertThat(read.dirt()).isEmpty();
        assertThat(read.actions(Action.Viewed.class)).hasSize(9_076);
        assertThat(read.actions(Action.Added.class)).hasSize(263);
        assertThat(read.actions(Action.Ordered.class)).hasSize(40);
        assertThat(read.actions(Action.Ordered.class).stream()
                        .mapToInt(order -> order.products().size())
                        .sum())
                .isEqualTo(46);
    }

    @Test
    void ofTheRealRees46HeadOnlyTheLastLineIsDirty() throws IOException {
        Readings read = Readings.of(new Rees46(TestFiles.real("rees46-2019-oct-head.csv.gz")));
        assertThat(read.dirt()).containsExactly(new DirtyLines.Reason("the last line is cut off", 1, List.of(17_436L)));
        assertThat(read.actions(Action.Ordered.class)).hasSize(214);
        assertThat(read.messages()).hasSize(17_434);
    }
}
