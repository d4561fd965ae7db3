package io.perennial.common.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** The configured API keys, looked up by hash. */
final class ApiKeys {

    /** SHA-256 of {@code demo-api-key}, which the profile {@code local} alone accepts. */
    static final String DEMO_SHA256 = sha256("demo-api-key");

    private static final List<String> ALL_SCOPES = Stream.of(
                    "ingest", "profiles", "recommendations", "churn", "campaigns")
            .flatMap(area -> Stream.of(area + ":read", area + ":write"))
            .toList();

    /** A key's holder, made once and never changed. */
    private record Known(Authentication caller, @Nullable Instant expires) {

        static Known by(SecurityProperties.ApiKey key) {
            List<String> scopes = key.scopes().contains("*") ? ALL_SCOPES : key.scopes();
            return new Known(
                    UsernamePasswordAuthenticationToken.authenticated(
                            key.name(), null, AuthorityUtils.createAuthorityList(scopes)),
                    key.expires());
        }
    }

    private final Map<String, Known> bySha256 = new HashMap<>();
    private final Clock clock;

    ApiKeys(SecurityProperties properties, Environment environment, Clock clock) {
        this.clock = clock;
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        for (SecurityProperties.ApiKey key : properties.apiKeys()) {
            String hash = key.sha256().toLowerCase(Locale.ROOT);
            if (hash.equals(DEMO_SHA256) && !local) {
                throw new IllegalStateException(
                        "perennial.security.api-keys holds the well-known demo key, which only the profile local may"
                                + " use; configure a key of your own");
            }
            bySha256.put(hash, Known.by(key));
        }
    }

    /** Who calls with that key; null where it is unknown or expired. */
    @Nullable Authentication authenticate(String key) {
        Known known = bySha256.get(sha256(key));
        return known == null || (known.expires() != null && known.expires().isBefore(clock.instant()))
                ? null
                : known.caller();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
