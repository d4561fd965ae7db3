package io.perennial.campaign.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

/** The stored templates. */
interface Templates extends Repository<TemplateEntity, String> {

    TemplateEntity save(TemplateEntity template);

    @Nullable TemplateEntity findByName(String name);

    List<TemplateEntity> findAllByOrderByName();
}
