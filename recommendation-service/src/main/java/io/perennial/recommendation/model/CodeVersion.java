package io.perennial.recommendation.model;

/** Which build of this service trains. */
final class CodeVersion {

    private CodeVersion() {}

    /** The jar's version; {@code development} outside one. */
    static String of(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
