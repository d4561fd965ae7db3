package io.perennial.profile.picture;

import io.perennial.common.identity.Identifier;
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
        jdbc.sql("""
                select identifier, aggregate, traits, personal from picture where identifier = any(:identifiers)""").param("identifiers", texts(identifiers)).query(row -> {
            Picture picture = codec.read(row.getBytes("aggregate"));
            traits.readInto(picture.traits, row.getBytes("traits"));
            traits.readInto(picture.personal, row.getBytes("personal"));
            found.put(Identifier.parse(row.getString("identifier")), picture);
        });
        return found;
    }

    void save(Map<Identifier, Picture> pictures) {
        Identifier[] identifiers = pictures.keySet().toArray(Identifier[]::new);
        String[] texts = new String[identifiers.length];
        byte[][] aggregates = new byte[identifiers.length][];
        byte[][] traitBytes = new byte[identifiers.length][];
        byte[][] personalBytes = new byte[identifiers.length][];
        for (int i = 0; i < identifiers.length; i++) {
            Picture picture = pictures.get(identifiers[i]);
            if (picture == null) {
                throw new IllegalStateException("no picture of " + identifiers[i]);
            }
            texts[i] = identifiers[i].toString();
            aggregates[i] = codec.write(picture);
            traitBytes[i] = traits.write(picture.traits);
            personalBytes[i] = traits.write(picture.personal);
        }
        jdbc.sql("""
                insert into picture (identifier, aggregate, traits, personal)
                select * from unnest(:identifiers::text[], :aggregates::bytea[], :traits::bytea[], :personal::bytea[])
                on conflict (identifier) do update
                set aggregate = excluded.aggregate, traits = excluded.traits, personal = excluded.personal""")
                .param("identifiers", texts)
                .param("aggregates", aggregates)
                .param("traits", traitBytes)
                .param("personal", personalBytes)
                .update();
    }

    private static String[] texts(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::toString).toArray(String[]::new);
    }
}
