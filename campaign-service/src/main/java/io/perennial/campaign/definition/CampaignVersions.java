package io.perennial.campaign.definition;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All versions of all campaigns. */
interface CampaignVersions extends Repository<CampaignVersion, Long> {

    CampaignVersion saveAndFlush(CampaignVersion version);

    Optional<CampaignVersion> findByNameAndVersion(String name, long version);

    Optional<CampaignVersion> findFirstByNameOrderByVersionDesc(String name);

    @Query("""
            select c from CampaignVersion c
            where c.version = (select max(d.version) from CampaignVersion d where d.name = c.name)
            order by c.name
            """)
    List<CampaignVersion> findCurrent();

    @Query("select coalesce(max(c.id), 0) from CampaignVersion c")
    long newestId();
}
