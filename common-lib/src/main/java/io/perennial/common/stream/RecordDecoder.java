package io.perennial.common.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes a value of a Kafka record. */
@FunctionalInterface
public interface RecordDecoder<T> {

    /**
     * Decodes one record; the record's value may be null (a tombstone).
     *
     * @throws RuntimeException where it cannot; the record is dead-lettered with the message as its cause
     */
    T decode(ConsumerRecord<String, byte[]> entry);
}
