package io.perennial.campaign.definition;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a campaign's JSON, as it was written; never changed once stored. */
@Entity
@Table(name = "campaign_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields after the empty constructor
class CampaignVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private long version;
    private String definition;
    private Instant changedAt;

    protected CampaignVersion() {}

    CampaignVersion(String name, long version, String definition, Instant changedAt) {
        this.name = name;
        this.version = version;
        this.definition = definition;
        this.changedAt = changedAt;
    }

    String name() {
        return name;
    }

    long version() {
        return version;
    }

    String definition() {
        return definition;
    }

    Instant changedAt() {
        return changedAt;
    }
}
