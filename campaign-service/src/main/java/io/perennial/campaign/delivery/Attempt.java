package io.perennial.campaign.delivery;

/** How one attempt to send ended. */
sealed interface Attempt {

    /** The other side took it. */
    record Delivered() implements Attempt {}

    /** It may work later. */
    record TryAgain(String cause) implements Attempt {}

    /** It will never work. */
    record Refused(String cause) implements Attempt {}
}
