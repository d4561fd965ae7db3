package io.perennial.churn.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.perennial.churn.table.Finding.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files become tables, and what must not be learnt from is found and named. */
class LabelledTableTests {

    @Test
    void delimitersQuotesLineEndsMarksAndGzipMakeNoDifference() throws IOException {
        String plain = "id,name,amount\n1,\"Smith, \"\"J\"\"\",3.5\n2,\"two\nlines\", 4 \n";
        TextTable table = read(plain);
        assertThat(table.names()).containsExactly("id", "name", "amount");
        assertThat(table.column("name")).containsExactly("Smith, \"J\"", "two\nlines");
        assertThat(table.column("amount")).containsExactly("3.5", "4");

        assertThat(read("\uFEFFid;name;amount\r\n1;x;3,5\r\n").column("amount")).containsExactly("3,5");
        assertThat(read("id\tname\n1\tx").column("name")).containsExactly("x");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CsvReader.read(new ByteArrayInputStream(bytes.toByteArray())).column("id"))
                .containsExactly("1", "2");
    }

    @Test
    void raggedRowsAreLeftOutAndCounted() throws IOException {
        TextTable table = read("a,b\n1,2\n3\n4,5,6\n\n7,8\n");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.skipped()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> read("a,b\n")).withMessageContaining("no rows");
        assertThatIllegalArgumentException().isThrownBy(() -> read("")).withMessageContaining("empty");
    }

    @Test
    void numbersAreReadHoweverTheyAreWritten() {
        assertThat(CellParser.number("29.85")).isEqualTo(29.85);
        assertThat(CellParser.number("1,234.5")).isEqualTo(1234.5);
        assertThat(CellParser.number("29,85")).isEqualTo(29.85);
        assertThat(CellParser.number("$12")).isEqualTo(12);
        assertThat(CellParser.number("7 %")).isEqualTo(7);
        assertThat(CellParser.number("1e400")).isNaN();
        assertThat(CellParser.number("Infinity")).isNaN();
        assertThat(CellParser.number("seven")).isNaN();
        assertThat(CellParser.day("1970-01-03")).isEqualTo(2);
        assertThat(CellParser.day("1970-01-01T12:00:00Z")).isEqualTo(0.5);
        assertThat(CellParser.day("31.01.1970")).isEqualTo(30);
        assertThat(CellParser.day("1970-02-31")).isNaN();
    }

    @Test
    void theLabelMayBeSpelledInManyWays() {
        assertThat(LabelReader.positive("l", new String[] {"No", "Yes"})).isEqualTo("Yes");
        assertThat(LabelReader.positive("l", new String[] {"0", "1", ""})).isEqualTo("1");
        assertThat(LabelReader.positive("l", new String[] {"True", "False"})).isEqualTo("True");
        assertThat(LabelReader.positive("l", new String[] {"stayed", "churned"}))
                .isEqualTo("churned");
        assertThat(LabelReader.positive("l", new String[] {"Existing Customer", "Attrited Customer"}))
                .isEqualTo("Attrited Customer");
        assertThat(LabelReader.positive("l", new String[] {"1", "2"})).isEqualTo("2");
        assertThat(LabelReader.positive("l", new String[] {"red", "red", "blue"}))
                .isEqualTo("blue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelReader.positive("l", new String[] {"a", "b", "c"}))
                .withMessageContaining("two values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelReader.positive("l", new String[] {"yes", "yes"}))
                .withMessageContaining("[yes]");
    }

    @Test
    void whatSaysNothingOrTooMuchIsLeftOutAndNamed() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> {
                    boolean left = random.nextInt(3) == 0;
                    return String.join(
                            ",",
                            "c" + i,
                            Integer.toString(i),
                            "EU",
                            "",
                            left ? "price" : "",
                            left ? "gone" : "here",
                            i % 50 == 0 ? "inf" : Double.toString(random.nextInt(90) + (left ? 20 : 0)),
                            left ? "Yes" : "No");
                })
                .collect(Collectors.joining("\n"));
        TextTable table = read("key,row,region,nothing,reason,status,spend,churn\n" + rows);
        LabelledTable labelled = LabelledTable.of(table, "churn", "key", Set.of());
        assertThat(labelled.columns()).extracting(Column::name).containsExactly("spend");
        assertThat(labelled.findings())
                .extracting(finding -> finding.kind() + " " + finding.column())
                .containsExactlyInAnyOrder(
                        "IDENTIFIER row",
                        "CONSTANT region",
                        "ALL_MISSING nothing",
                        "LEAK reason",
                        "LEAK status",
                        "MIXED_TYPE spend");
        assertThat(LabelledTable.of(table, "churn", "key", Set.of("reason")).columns())
                .extracting(Column::name)
                .containsExactly("reason", "spend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledTable.of(table, "Churn", "key", Set.of()))
                .withMessageContaining("there is no column Churn; there are key, row");
    }

    @Test
    void rowsThatDifferInTheIdOnlyAreFoundAndStayInOneFold() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        List<String> rows = IntStream.range(0, 200)
                .mapToObj(i -> random.nextInt(100_000) + "," + random.nextInt(100_000) + "," + (i % 4 == 0 ? 1 : 0))
                .toList();
        String csv = "id,a,b,y\n"
                + IntStream.range(0, 300)
                        .mapToObj(i -> i + "," + rows.get(i % 200))
                        .collect(Collectors.joining("\n"));
        LabelledTable table = LabelledTable.of(read(csv), "y", "id", Set.of());
        assertThat(table.duplicates()).isEqualTo(100);
        assertThat(table.findings()).extracting(Finding::kind).contains(Kind.DUPLICATES);

        int[] all = IntStream.range(0, 300).toArray();
        int[] folds = Folds.of(all, table.groups(), table.outcomes(), 5, 7);
        for (int i = 0; i < 100; i++) {
            assertThat(folds[i]).isEqualTo(folds[i + 200]);
        }
        for (int fold = 0; fold < 5; fold++) {
            int[] inside = Folds.select(all, folds, fold, true);
            assertThat(inside.length).isBetween(50, 70);
            assertThat(Arrays.stream(inside).filter(table::outcome).count()).isBetween(10L, 20L);
        }
        assertThat(Folds.of(all, table.groups(), table.outcomes(), 5, 7)).isEqualTo(folds);
    }

    private static TextTable read(String csv) throws IOException {
        return CsvReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
