package io.perennial.common.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where each group stands in each partition: the truth, of which Kafka's own commit is only a hint. */
final class OffsetStore {

    private final JdbcClient jdbc;

    OffsetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next offset of each partition, locked until the transaction ends; zero is written where there is none. */
    Map<Integer, Long> lock(String group, String topic, String topicId, Collection<Integer> partitions) {
        Map<Integer, Long> offsets = select(group, topicId, partitions, " order by partition_no for update");
        if (offsets.size() < partitions.size()) {
            jdbc.sql("""
                    insert into stream_offset (consumer_group, topic_id, topic_name, partition_no, next_offset)
                    select ?, ?, ?, partition_no, 0 from unnest(?::integer[]) as missing (partition_no)
                    order by partition_no
                    on conflict do nothing
                    """)
                    .param(group)
                    .param(topicId)
                    .param(topic)
                    .param(partitions.toArray(Integer[]::new))
                    .update();
            offsets = select(group, topicId, partitions, " order by partition_no for update");
        }
        return offsets;
    }

    /** The next offset of every partition the group has begun. */
    Map<Integer, Long> read(String group, String topicId) {
        Map<Integer, Long> offsets = new HashMap<>();
        jdbc.sql("select partition_no, next_offset from stream_offset where consumer_group = ? and topic_id = ?")
                .param(group)
                .param(topicId)
                .query(row -> {
                    offsets.put(row.getInt(1), row.getLong(2));
                });
        return offsets;
    }

    void advance(String group, String topicId, Map<Integer, Long> nextOffsets) {
        jdbc.sql("""
                update stream_offset set next_offset = moved.next_offset, updated_at = now()
                from unnest(?::integer[], ?::bigint[]) as moved (partition_no, next_offset)
                where consumer_group = ? and topic_id = ? and stream_offset.partition_no = moved.partition_no
                """)
                .param(nextOffsets.keySet().toArray(Integer[]::new))
                .param(nextOffsets.values().toArray(Long[]::new))
                .param(group)
                .param(topicId)
                .update();
    }

    private Map<Integer, Long> select(String group, String topicId, Collection<Integer> partitions, String suffix) {
        Map<Integer, Long> offsets = new HashMap<>();
        jdbc.sql("""
                select partition_no, next_offset from stream_offset
                where consumer_group = ? and topic_id = ? and partition_no = any(?)
                """ + suffix)
                .param(group)
                .param(topicId)
                .param(partitions.toArray(Integer[]::new))
                .query(row -> {
                    offsets.put(row.getInt(1), row.getLong(2));
                });
        return offsets;
    }
}
