package io.perennial.recommendation.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArtefactReaderTests {

    private static final String ODD = "Käse \u0000 \uD83E\uDDC0";

    @Test
    void readsWhatADataOutputStreamWrote() throws IOException {
        ArtefactReader in = new ArtefactReader("A test", written());
        in.requireFormat(7);
        assertThat(in.readTexts(in.readCount(Short.BYTES))).containsExactly("", "plain", ODD);
        assertThat(in.readInts(2)).containsExactly(Integer.MIN_VALUE, 3);
        assertThat(in.readFloats(2)).containsExactly(-1.5f, Float.MAX_VALUE);
        assertThat(in.readLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(in.readDouble()).isEqualTo(Math.PI);
        assertThat(in.readFloat()).isEqualTo(0.25f);
    }

    @Test
    void cutShortAnywhereItSaysSo() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            ArtefactReader in = new ArtefactReader("A test", Arrays.copyOf(whole, length));
            assertThatIllegalStateException()
                    .as("%d bytes of %d", length, whole.length)
                    .isThrownBy(() -> {
                        in.requireFormat(7);
                        in.readTexts(in.readCount(Short.BYTES));
                        in.readInts(2);
                        in.readFloats(2);
                        in.readLong();
                        in.readDouble();
                        in.readFloat();
                    })
                    .withMessageStartingWith("A test cut short");
        }
    }

    @Test
    void refusesAnotherFormatAndACountThatCannotBe() {
        byte[] bytes = {0, 0, 0, 8, 0x7F, 0, 0, 0};
        ArtefactReader in = new ArtefactReader("A test", bytes);
        assertThatIllegalStateException()
                .isThrownBy(() -> in.requireFormat(7))
                .withMessage("A test of format 00000008, this reads 00000007");
        assertThatIllegalStateException().isThrownBy(() -> in.readCount(1)).withMessageContaining("impossible count");
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(7);
        out.writeInt(3);
        out.writeUTF("");
        out.writeUTF("plain");
        out.writeUTF(ODD);
        out.writeInt(Integer.MIN_VALUE);
        out.writeInt(3);
        out.writeFloat(-1.5f);
        out.writeFloat(Float.MAX_VALUE);
        out.writeLong(Long.MAX_VALUE);
        out.writeDouble(Math.PI);
        out.writeFloat(0.25f);
        return bytes.toByteArray();
    }
}
