package io.perennial.deploy.replay.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.deploy.replay.TestFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2010-12-01 08:26:00, 2010-12-01T08:26:00Z",
        "2011-07-01 08:26:00, 2011-07-01T07:26:00Z",
        "2010-12-01 08:26, 2010-12-01T08:26:00Z",
        "2010-12-01, 2010-12-01T00:00:00Z",
        "2019-10-01 00:00:00 UTC, 2019-10-01T00:00:00Z",
        "2019-07-01T00:00:00Z, 2019-07-01T00:00:00Z",
        "2019-07-01T00:00:00.25+02:00, 2019-06-30T22:00:00.250Z",
        "2019-07-01T00:00:00+0200, 2019-06-30T22:00:00Z",
        "1433193132535, 2015-06-01T21:12:12.535Z",
        "1433193132535.0, 2015-06-01T21:12:12.535Z",
        "1433193132, 2015-06-01T21:12:12Z",
        "12/1/2010 8:26, 2010-12-01T08:26:00Z",
        "12/1/10 8:26, 2010-12-01T08:26:00Z",
        "12/1/2010 8:26:30 PM, 2010-12-01T20:26:30Z",
        "12/1/2010 12:05 AM, 2010-12-01T00:05:00Z",
        "01.12.2010 08:26, 2010-12-01T08:26:00Z",
    })
    void theFormsInCirculationAreRead(String text, String instant) {
        assertThat(new Times(LONDON, DayOrder.MONTH_FIRST).read(text)).hasToString(instant);
    }

    @ParameterizedTest
    @CsvSource({"1/12/10 8:26, 2010-12-01T08:26:00Z", "01/12/2010 08:26, 2010-12-01T08:26:00Z"})
    void aFileThatPutsTheDayFirstIsReadThatWay(String text, String instant) {
        assertThat(new Times(LONDON, DayOrder.DAY_FIRST).read(text)).hasToString(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2010-13-01 08:26:00", "2011-02-30 00:00:00", "13/13/2010 8:26", "25:00", "12"})
    void whatIsNoMomentIsNone(String text) {
        assertThat(new Times(LONDON, DayOrder.MONTH_FIRST).read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12/1/2010 8:26, 12/9/2010 9:00, 12/13/2010 9:00; MONTH_FIRST",
                "1/12/2010 8:26, 9/12/2010 9:00, 13/12/2010 9:00; DAY_FIRST",
                "12/1/2010 8:26, 12/2/2010 9:00; MONTH_FIRST",
                "1/12/2010 8:26, 2/12/2010 9:00; DAY_FIRST",
                "12/1/10 8:26, 12/2/10 9:00; MONTH_FIRST",
                "12/1/2010 8:26; MONTH_FIRST",
                "1/12/10 8:26; DAY_FIRST",
                "2010-12-01 08:26:00; MONTH_FIRST",
            })
    void theFileKnowsWhetherTheDayComesFirst(String dates, DayOrder order) throws IOException {
        Path file = TestFiles.plain(folder, "InvoiceDate\n" + dates.replace(", ", "\n") + "\n");
        assertThat(DayOrder.of(file, "InvoiceDate")).isEqualTo(order);
    }
}
