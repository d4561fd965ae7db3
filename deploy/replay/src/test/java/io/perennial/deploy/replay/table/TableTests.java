package io.perennial.deploy.replay.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.deploy.replay.TestFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTests {

    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    /** Reads the columns a and b as {@code a|b}, and what was dirt. */
    private List<DirtyLines.Reason> read(Path file) throws IOException {
        DirtyLines dirty = DirtyLines.unheard();
        try (Table table = Table.open(file, dirty)) {
            int a = table.column("a");
            int b = table.column("b");
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row.text(a) + "|" + row.text(b));
                lines.add(row.line());
            }
        }
        return dirty.reasons();
    }

    @Test
    void plainAndGzipAreToldApartByTheirBytes() throws IOException {
        read(TestFiles.plain(folder, "a,b\n1,2\n"));
        read(TestFiles.gzip(folder, "a,b\n1,2\n"));
        assertThat(rows).containsExactly("1|2", "1|2");
    }

    @Test
    void columnsAreFoundInAnyOrderCaseAndSpelling() throws IOException {
        read(TestFiles.plain(folder, "\ufeff B ,\"A\"\r\n2,1\r\n"));
        assertThat(rows).containsExactly("1|2");
    }

    @Test
    void aMissingColumnIsNamedTogetherWithWhatIsThere() {
        assertThatThrownBy(() -> read(TestFiles.plain(folder, "a,c\n1,2\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no column b")
                .hasMessageContaining("[a, c]");
    }

    @Test
    void semicolonsAndTabsSeparateAsWell() throws IOException {
        read(TestFiles.plain(folder, "a;b\n1,5;2\n"));
        read(TestFiles.plain(folder, "a\tb\n1\t2\n"));
        assertThat(rows).containsExactly("1,5|2", "1|2");
    }

    @Test
    void quotedFieldsMayHoldSeparatorsQuotesAndLineEnds() throws IOException {
        List<DirtyLines.Reason> dirt =
                read(TestFiles.plain(folder, "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\nlines\",2\n3,4\n"));
        assertThat(dirt).isEmpty();
        assertThat(rows).containsExactly("x, y|say \"hi\"", "two\nlines|2", "3|4");
        assertThat(lines).containsExactly(2L, 3L, 5L);
    }

    @Test
    void aQuoteWithinAFieldIsACharacter() throws IOException {
        assertThat(read(TestFiles.plain(folder, "a,b\n12\" PLATE,2\n"))).isEmpty();
        assertThat(rows).containsExactly("12\" PLATE|2");
    }

    @Test
    void aQuoteNobodyClosesCostsItsOwnLineOnly() throws IOException {
        List<DirtyLines.Reason> dirt = read(TestFiles.plain(folder, "a,b\n\"open,1\n3,4\n5,6\n"));
        assertThat(rows).containsExactly("3|4", "5|6");
        assertThat(lines).containsExactly(3L, 4L);
        assertThat(dirt).containsExactly(new DirtyLines.Reason("a quote is opened and never closed", 1, List.of(2L)));
    }

    @Test
    void utf8AndLatin1AreBothRead() throws IOException {
        read(TestFiles.plain(folder, "a,b\ncafé,£\n"));
        read(TestFiles.plain(folder, "a,b\ncafé,£\n", StandardCharsets.ISO_8859_1));
        assertThat(rows).containsExactly("café|£", "café|£");
    }

    @Test
    void utf16IsRefusedWithAWord() {
        assertThatThrownBy(() -> read(TestFiles.plain(folder, "\ufeffa,b\n", StandardCharsets.UTF_16LE)))
                .hasMessageContaining("UTF-16");
    }

    @Test
    void whatHasTooManyOrTooFewFieldsIsNamedByItsLine() throws IOException {
        List<DirtyLines.Reason> dirt = read(TestFiles.plain(folder, "a,b\n1,2\n1\n1,2,3\n\n4,5\n6"));
        assertThat(rows).containsExactly("1|2", "4|5");
        assertThat(dirt)
                .containsExactly(
                        new DirtyLines.Reason("1 fields where the header has 2", 1, List.of(3L)),
                        new DirtyLines.Reason("3 fields where the header has 2", 1, List.of(4L)),
                        new DirtyLines.Reason("empty line", 1, List.of(5L)),
                        new DirtyLines.Reason("the last line is cut off", 1, List.of(7L)));
    }

    @Test
    void aLineOfAMegabyteIsDirtAndTheNextOneIsRead() throws IOException {
        List<DirtyLines.Reason> dirt = read(TestFiles.plain(folder, "a,b\n" + "x".repeat(3 << 20) + ",1\n2,3\n"));
        assertThat(rows).containsExactly("2|3");
        assertThat(dirt).extracting(DirtyLines.Reason::firstLines).containsExactly(List.of(2L));
    }

    @Test
    void ofACutOffGzipWhatCanBeReadIsRead() throws IOException {
        String text =
                "a,b\n" + new Random(7).ints(20_000).mapToObj(i -> i + ",1\n").collect(Collectors.joining());
        byte[] whole = Files.readAllBytes(TestFiles.gzip(folder, text));
        List<DirtyLines.Reason> dirt =
                read(TestFiles.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2)));
        assertThat(rows).hasSizeBetween(5_000, 15_000);
        assertThat(dirt.getLast().reason()).startsWith("the gzip stream is broken");
    }

    @Test
    void linesSurviveWhereverABufferEnds() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 5_000; i++) {
            String value = "v".repeat(random.nextInt(200)) + i;
            boolean quote = random.nextBoolean();
            text.append(quote ? '"' + value + '"' : value)
                    .append(',')
                    .append(i)
                    .append(random.nextBoolean() ? "\r\n" : "\n");
            expected.add(value + "|" + i);
        }
        assertThat(read(TestFiles.gzip(folder, text.toString())))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(rows).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void everyDirtyLineStandsInTheFile() throws IOException {
        Path list = folder.resolve("reports/dirty.tsv");
        try (DirtyLines dirty = DirtyLines.into(list)) {
            for (int line = 1; line <= 30; line++) {
                dirty.report(line, "because", "text\n" + line);
            }
            assertThat(dirty.reasons().getFirst().count()).isEqualTo(30);
            assertThat(dirty.reasons().getFirst().firstLines()).hasSize(20);
        }
        assertThat(Files.readAllLines(list)).hasSize(31).contains("30\tbecause\ttext 30");
    }

    @Test
    void numbersAreExactAndOddOnesNone() throws IOException {
        Path file = TestFiles.plain(
                folder,
                "a,b\n17850.0,2.55\n17850,-0.001\n1.785E4,1e-2\n12x,\n,1e999999999\n99999999999999999999,+1\n007,1\n0,1\n5.,1\n5.01,1\n-5,1\n");
        List<String> read = new ArrayList<>();
        try (Table table = Table.open(file, DirtyLines.unheard())) {
            for (Row row = table.next(); row != null; row = table.next()) {
                read.add(row.wholeNumber(0) + " " + row.number(1));
            }
        }
        assertThat(read)
                .containsExactly(
                        "17850 2.55",
                        "17850 -0.001",
                        "17850 0.01",
                        "null null",
                        "null null",
                        "99999999999999999999 1",
                        "7 1",
                        "0 1",
                        "5 1",
                        "null 1",
                        "null 1");
    }
}
