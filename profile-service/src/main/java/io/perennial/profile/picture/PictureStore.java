package io.perennial.profile.picture;

import io.perennial.common.identity.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures in Postgres: one row an identifier, read and written many at a time. */
@Component
class PictureStore {

    private final JdbcClient jdbc;
    private final PictureCodec codec;
    private final TraitsCodec traits = new TraitsCodec();

    PictureStore(JdbcClient jdbc, PictureSettings settings) {
        this.jdbc = jdbc;
        this.codec = new PictureCodec(settings);
    }

    Map<Identifier, Picture> find(Collection<Identifier> identifiers) {
        Map<Identifier, Picture> found = HashMap.newHashMap(identifiers.size());
        jdbc.sql("select * from picture where identifier = any(:identifiers)")
                .param("identifiers", texts(identifiers))
                .query(row -> {
                    Picture picture = codec.read(row.getBytes("outline"), row.getBytes("affinities"));
                    addTraits(picture, row);
                    found.put(Identifier.parse(row.getString("identifier")), picture);
                });
        return found;
    }

    /** Without affinities: to look at, never to save. */
    Map<Identifier, Picture> findOutlines(Collection<Identifier> identifiers) {
        Map<Identifier, Picture> found = HashMap.newHashMap(identifiers.size());
        jdbc.sql("select identifier, outline, traits, personal from picture where identifier = any(:identifiers)")
                .param("identifiers", texts(identifiers))
                .query(row -> {
                    Picture picture = codec.readOutline(row.getBytes("outline"));
                    addTraits(picture, row);
                    found.put(Identifier.parse(row.getString("identifier")), picture);
                });
        return found;
    }

    private void addTraits(Picture picture, ResultSet row) throws SQLException {
        traits.readInto(picture.traits, row.getBytes("traits"));
        traits.readInto(picture.personal, row.getBytes("personal"));
    }

    void save(Map<Identifier, Picture> pictures) {
        Identifier[] identifiers = pictures.keySet().toArray(Identifier[]::new);
        String[] texts = new String[identifiers.length];
        GrowingBytes bytes = new GrowingBytes();
        byte[][] outlines = new byte[identifiers.length][];
        byte[][] affinities = new byte[identifiers.length][];
        byte[][] traitBytes = new byte[identifiers.length][];
        byte[][] personalBytes = new byte[identifiers.length][];
        for (int i = 0; i < identifiers.length; i++) {
            Picture picture = pictures.get(identifiers[i]);
            if (picture == null) {
                throw new IllegalStateException("no picture of " + identifiers[i]);
            }
            texts[i] = identifiers[i].toString();
            outlines[i] = codec.writeOutline(picture, bytes);
            affinities[i] = codec.writeAffinities(picture, bytes);
            traitBytes[i] = traits.write(picture.traits);
            personalBytes[i] = traits.write(picture.personal);
        }
        jdbc.sql("""
                insert into picture (identifier, outline, affinities, traits, personal)
                select * from unnest(
                    :identifiers::text[], :outlines::bytea[], :affinities::bytea[], :traits::bytea[], :personal::bytea[])
                on conflict (identifier) do update
                set outline = excluded.outline, affinities = excluded.affinities, traits = excluded.traits,
                    personal = excluded.personal""")
                .param("identifiers", texts)
                .param("outlines", outlines)
                .param("affinities", affinities)
                .param("traits", traitBytes)
                .param("personal", personalBytes)
                .update();
    }

    private static String[] texts(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::toString).toArray(String[]::new);
    }
}
