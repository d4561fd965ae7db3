package io.perennial.campaign.contact;

import io.perennial.common.identity.Identifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links that unsubscribe exactly one shopper: signed, without an end, without an address in them. */
@Component
public class UnsubscribeLinks {

    private static final int SIGNATURE_BYTES = 16;

    private final byte[] secret;
    private final URI publicUrl;

    UnsubscribeLinks(ContactProperties properties) {
        this.secret = properties.linkSecret().getBytes(StandardCharsets.UTF_8);
        this.publicUrl = properties.publicUrl();
    }

    /** What a token says. */
    record Claim(UUID decisionId, Identifier identifier) {}

    public String link(UUID decisionId, Identifier identifier) {
        String base = publicUrl.toString().replaceAll("/+$", "");
        return base + "/v1/unsubscribe?token=" + token(new Claim(decisionId, identifier));
    }

    String token(Claim claim) {
        byte[] body = (claim.decisionId() + " " + claim.identifier()).getBytes(StandardCharsets.UTF_8);
        return encode(body) + "." + encode(sign(body));
    }

    /** What the token says; null where it is not one of ours. */
    @Nullable Claim read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return null;
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, sign(body))) {
                return null;
            }
            String text = new String(body, StandardCharsets.UTF_8);
            return new Claim(UUID.fromString(text.substring(0, 36)), Identifier.parse(text.substring(37)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
