package io.perennial.campaign.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored template. */
@Entity
@Table(name = "template")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields after the empty constructor
class TemplateEntity {

    @Id
    private String name;

    private String subject;

    @Column(name = "text_part")
    private String text;

    @Column(name = "html_part")
    private String html;

    private Instant changedAt;

    protected TemplateEntity() {}

    TemplateEntity(Template template, Instant changedAt) {
        this.name = template.name();
        this.subject = template.subject();
        this.text = template.text();
        this.html = template.html();
        this.changedAt = changedAt;
    }

    Template template() {
        return new Template(name, subject, text, html);
    }

    Instant changedAt() {
        return changedAt;
    }
}
