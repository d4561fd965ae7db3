package io.perennial.recommendation.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The models' table. */
@Component
final class ModelStore {

    private static final int ARTEFACTS_KEPT = 3;
    private static final int MODELS_KEPT = 500;

    private final JdbcClient jdbc;

    ModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A model without its bytes; provenance as JSON. */
    record Row(UUID modelId, String kind, String state, Instant trainedAt, String provenance, String checksum) {}

    /** Publishes a model in place of the one of its kind; within the caller's transaction. */
    void publish(Row model, byte[] artefact) {
        retire(model.kind());
        jdbc.sql("""
                insert into recommendation_model (model_id, kind, state, trained_at, provenance, checksum, artefact)
                values (?, ?, 'published', ?::timestamptz, ?::jsonb, ?, ?)
                """)
                .params(
                        model.modelId(),
                        model.kind(),
                        model.trainedAt().toString(),
                        model.provenance(),
                        model.checksum(),
                        artefact)
                .update();
        forgetOld(model.kind());
    }

    /** Takes back the published model of a kind. */
    void retire(String kind) {
        jdbc.sql("update recommendation_model set state = 'retired' where kind = ? and state = 'published'")
                .param(kind)
                .update();
    }

    /** The published model of each kind. */
    Map<String, UUID> published() {
        Map<String, UUID> published = new HashMap<>();
        jdbc.sql("select kind, model_id from recommendation_model where state = 'published'")
                .query(row -> {
                    published.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return published;
    }

    /** A model's bytes; null where they are gone. */
    byte @Nullable [] artefact(UUID modelId) {
        return jdbc.sql("select artefact from recommendation_model where model_id = ? and artefact is not null")
                .param(modelId)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }

    @Nullable Row find(UUID modelId) {
        return jdbc.sql("""
                select model_id, kind, state, trained_at, provenance, checksum from recommendation_model
                where model_id = ?
                """)
                .param(modelId)
                .query((row, number) -> row(row))
                .optional()
                .orElse(null);
    }

    /** The newest models of a kind, oldest of them first. */
    List<Row> ofKind(String kind, int most) {
        return jdbc.sql("""
                select model_id, kind, state, trained_at, provenance, checksum from recommendation_model
                where kind = ? order by trained_at desc, model_id desc limit ?
                """)
                .param(kind)
                .param(most)
                .query((row, number) -> row(row))
                .list()
                .reversed();
    }

    /** Newest first, those before a place in that order (null: from the newest). */
    List<Row> page(@Nullable Instant before, @Nullable UUID id, int limit) {
        return jdbc.sql("""
                select model_id, kind, state, trained_at, provenance, checksum from recommendation_model
                where (trained_at, model_id) < (?::timestamptz, ?::uuid)
                order by trained_at desc, model_id desc limit ?
                """)
                .param(before == null ? "infinity" : before.toString())
                .param((id == null ? new UUID(-1, -1) : id).toString())
                .param(limit)
                .query((row, number) -> row(row))
                .list();
    }

    private void forgetOld(String kind) {
        jdbc.sql("""
                update recommendation_model set artefact = null
                where kind = ? and state = 'retired' and artefact is not null and model_id not in (
                    select model_id from recommendation_model where kind = ? order by trained_at desc limit ?)
                """).param(kind).param(kind).param(ARTEFACTS_KEPT).update();
        jdbc.sql("""
                delete from recommendation_model
                where kind = ? and state = 'retired' and model_id not in (
                    select model_id from recommendation_model where kind = ? order by trained_at desc limit ?)
                """).param(kind).param(kind).param(MODELS_KEPT).update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6));
    }
}
