package io.perennial.deploy.replay.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.perennial.deploy.replay.TestFiles;
import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.ProductLine;
import io.perennial.deploy.replay.message.SeededShare;
import io.perennial.deploy.replay.message.Shopper;
import io.perennial.deploy.replay.table.DirtyLines;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnlineRetailTests {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    Path folder;

    private Readings read(String... lines) throws IOException {
        Path file = TestFiles.plain(folder, HEADER + String.join("\n", lines) + "\n");
        return Readings.of(new OnlineRetail(file, new SeededShare(1, 42)));
    }

    @Test
    void anInvoiceIsAnOrderOfItsLinesDuplicatesKept() throws IOException {
        Readings read = read(
                "536365,85123A,WHITE HEART,6,2011-07-01 08:26:00,2.55,17850.0,United Kingdom",
                "536365,POST,POSTAGE,1,2011-07-01 08:27:00,18,17850.0,United Kingdom",
                "536365,85123A,WHITE HEART,6,2011-07-01 08:26:00,2.55,17850.0,United Kingdom");
        Instant at = Instant.parse("2011-07-01T07:26:00Z");
        ProductLine heart =
                new ProductLine("85123A", "WHITE HEART", null, null, new BigDecimal("2.55"), BigDecimal.valueOf(6));
        ProductLine post = new ProductLine("POST", "POSTAGE", null, null, BigDecimal.valueOf(18), BigDecimal.ONE);
        assertThat(read.messages())
                .containsExactly(
                        new Message(
                                "identify 17850",
                                Shopper.user("17850"),
                                at,
                                new Action.Identified(null, null, "United Kingdom", true)),
                        new Message(
                                "536365",
                                Shopper.user("17850"),
                                at,
                                new Action.Ordered(
                                        "536365", new BigDecimal("48.60"), null, null, List.of(heart, post, heart))));
        assertThat(read.dirt()).isEmpty();
    }

    @Test
    void aCancellationIsARefundOfPositiveQuantities() throws IOException {
        Readings read = read(
                "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom",
                "C536379,22556,PLASTERS,-12,2010-12-01 09:41:00,1.65,14527.0,United Kingdom",
                "C536379,22557,PLASTERS,3,2010-12-01 09:41:00,1.65,14527.0,United Kingdom");
        Action.Refunded refund = read.actions(Action.Refunded.class).getFirst();
        assertThat(refund.orderId()).isEqualTo("C536379");
        assertThat(refund.revenue()).isEqualByComparingTo("47.30");
        assertThat(refund.products())
                .extracting(ProductLine::quantity)
                .containsExactly(BigDecimal.ONE, BigDecimal.valueOf(12));
        assertThat(read.dirt())
                .containsExactly(new DirtyLines.Reason("a positive quantity in a cancellation", 1, List.of(4L)));
    }

    @Test
    void withoutACustomerTheInvoiceIsTheShopper() throws IOException {
        Readings read = read("536544,21773,ROSE,1,2010-12-01 14:32:00,2.51,,United Kingdom");
        assertThat(read.messages()).extracting(Message::shopper).containsExactly(Shopper.anonymous("536544"));
    }

    @Test
    void aCustomerIdentifiesOnceEvenIfNothingOfTheirsCounts() throws IOException {
        Readings read = read(
                "1,a,A,1,2010-12-01 14:32:00,0,13256,Cyprus",
                "2,a,A,1,2010-12-02 14:32:00,1,13256.0,Austria",
                "3,a,A,1,2010-12-03 14:32:00,1,13256.0,Austria");
        assertThat(read.actions(Action.Identified.class))
                .containsExactly(new Action.Identified(null, null, "Cyprus", true));
        assertThat(read.messages().getFirst().at()).isEqualTo("2010-12-01T14:32:00Z");
        assertThat(read.actions(Action.Ordered.class)).hasSize(2);
    }

    @Test
    void anInvoiceWhoseLinesStandApartIsOneOrder() throws IOException {
        Readings read = read(
                "1,a,A,1,2010-12-01 14:32:00,1,5,X",
                "2,b,B,1,2010-12-01 14:33:00,2,6,X",
                "1,c,C,1,2010-12-01 14:34:00,4,5,X");
        assertThat(read.actions(Action.Ordered.class))
                .extracting(Action.Ordered::orderId, order -> order.revenue().intValue())
                .containsExactly(tuple("2", 2), tuple("1", 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,a,A,-1,2010-12-01 14:32:00,1,5,X; a negative quantity in an invoice that is no cancellation",
                "C1,a,A,1,2010-12-01 14:32:00,1,5,X; a positive quantity in a cancellation",
                "1,a,A,0,2010-12-01 14:32:00,1,5,X; the quantity is zero",
                "1,a,A,1,2010-12-01 14:32:00,0.0,5,X; the price is zero",
                "1,a,A,1,2010-12-01 14:32:00,-11062.06,5,X; the price is negative",
                "1,a,A,many,2010-12-01 14:32:00,1,5,X; the quantity is not a number",
                "1,a,A,1,2010-12-01 14:32:00,,5,X; the price is not a number",
                "1,a,A,1,soon,1,5,X; the date is none we know",
                "1,a,A,1,2010-12-01 14:32:00,1,Bob,X; the customer is not a whole number",
                "1,,A,1,2010-12-01 14:32:00,1,5,X; no product",
                ",a,A,1,2010-12-01 14:32:00,1,5,X; no invoice number",
                "1,a,A,1,2010-12-01 14:32:00,1,5; 7 fields where the header has 8",
            })
    void dirtIsNamedByLineAndReason(String line, String reason) throws IOException {
        Readings read = read("7,a,A,1,2010-12-01 14:32:00,1,5,X", line, "8,a,A,1,2010-12-01 14:32:00,1,5,X");
        assertThat(read.dirt()).containsExactly(new DirtyLines.Reason(reason, 1, List.of(3L)));
        assertThat(read.actions(Action.Ordered.class)).hasSize(2);
        assertThat(read.actions(Action.Refunded.class)).isEmpty();
    }

    @Test
    void theSecondEditionsNamesAndDatesAreKnown() throws IOException {
        Path file = TestFiles.plain(
                folder,
                "Customer ID;Invoice;StockCode;Price;Quantity;InvoiceDate\n17850;1;a;2.5;2;1/12/10 8:26\n17850;2;a;2.5;2;13/12/10 8:26\n");
        Readings read = Readings.of(new OnlineRetail(file, new SeededShare(0, 42)));
        assertThat(read.messages())
                .extracting(message -> message.at().toString())
                .containsExactly("2010-12-01T08:26:00Z", "2010-12-01T08:26:00Z", "2010-12-13T08:26:00Z");
        assertThat(read.actions(Action.Identified.class)).noneMatch(Action.Identified::marketing);
    }
}
