package io.perennial.deploy.bench.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeeklyUnitsTests {

    @TempDir
    private Path folder;

    @Test
    void completeWeeksHoldWhatWasSoldLessWhatCameBack() throws IOException {
        var file = Files.writeString(folder.resolve("sales.csv"), """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                1,a,LANTERN,9,2011-01-01 10:00:00,1.00,7,France
                2,a,LANTERN,5,2011-01-03 10:00:00,1.00,7,France
                C3,a,LANTERN,-2,2011-01-05 10:00:00,1.00,7,France
                4,a,LANTERN,-50,2011-01-05 10:00:00,0,,France
                5,POST,POSTAGE,1,2011-01-05 10:00:00,18.00,7,France
                C6,b,"CANDLE, RED",-2,2011-01-11 10:00:00,1.00,7,France
                7,b,"CANDLE, RED",4,2011-01-17 10:00:00,1.00,7,France
                """);

        var units = WeeklyUnits.read(file);

        assertThat(units.first()).isEqualTo(LocalDate.of(2011, 1, 3));
        assertThat(units.weeks()).isEqualTo(2);
        assertThat(units.units()).containsOnlyKeys("a", "b");
        assertThat(units.units().get("a")).containsExactly(3, 0);
        assertThat(units.units().get("b")).containsExactly(0, 0);
    }
}
