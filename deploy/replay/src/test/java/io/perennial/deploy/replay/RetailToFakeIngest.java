package io.perennial.deploy.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A few lines of a shop, and an ingest that does as it is told. */
abstract class RetailToFakeIngest {

    @TempDir
    Path folder;

    FakeIngest ingest;

    @BeforeEach
    void start() throws IOException {
        ingest = FakeIngest.start();
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    /** Three orders of two customers and a dirty line: five events. */
    ReplayOptions.Builder retail() {
        Path file = TestFiles.plain(folder, """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                1,a,A,1,2010-12-01 10:00:00,1.10,5,X
                2,a,A,2,2010-12-02 10:00:00,1.10,6,X
                3,a,A,0,2010-12-02 10:00:00,1.10,6,X
                4,a,A,3,2010-12-03 10:00:00,1.10,5,X
                """);
        return ReplayOptions.of(SourceKind.ONLINE_RETAIL, file)
                .url(ingest.url())
                .dirty(folder.resolve("dirty.tsv"))
                .patience(Duration.ofSeconds(20));
    }

    List<String> times() {
        return ingest.accepted().stream()
                .map(message -> message.get("timestamp").asString())
                .sorted()
                .toList();
    }
}
