package io.perennial.deploy.replay.dataset;

import io.perennial.deploy.replay.message.Message;

/** What one line turned out to be. */
sealed interface Reading {

    /** A happening. */
    record Good(Message message) implements Reading {}

    /** Nothing that can be sent, and why. */
    record Dirt(String reason) implements Reading {}
}
