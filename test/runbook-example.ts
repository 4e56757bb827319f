/** The example of FORMAT.md with a bit of everything else that a runbook may hold. */
export const exampleRunbook = `---
title: Emergencias en producción
service: agente
lang: es
owner: Backend Team
reviewed: 2025-10-24
reviewEvery: 31d
alerts:
  - alertname="HighErrorRate"
variables:
  - { name: API_URL, default: "http://localhost:8002", label: URL de la API, from: instance }
  - { name: ADMIN_TOKEN, secret: true }
redirects: [agente/guia-rapida]
---

# Emergencias

{/* revisar en enero */}

> [!WARNING]
> Avisar en #backend antes de reiniciar.

<Procedure id="api-no-responde" title="API no responde (HTTP 5xx > 10%)" severity="SEV1" alerts="HighErrorRate, ApiDown" within="10m">

<Symptoms>
- Solicitudes devuelven 500 Internal Server Error
- Grafana muestra error_rate > 10%
</Symptoms>

<Causes>Un despliegue reciente.</Causes>

<Diagnosis order="any">
<Step id="api-logs" title="Verificar logs recientes" evidence="required">

\`\`\`bash
docker logs <container> | grep -i "error\\|exception" | tail -20
\`\`\`

<Decision id="que-error" question="¿Qué error aparece?">
<Option label="Connection refused" goto="restart-api">Seguir con el reinicio.</Option>
<Option label="Ninguno" outcome="escalate">Escalar.</Option>
</Decision>
</Step>
</Diagnosis>

<Remediation>
<Step id="restart-api" title="Reiniciar solo el container" kind="change" target="agente-api-prod" within="30s">

\`\`\`bash
docker restart agente-api-prod
\`\`\`

<Expect matches='"status": *"(ready|healthy)"'>

\`\`\`bash
curl -s \${API_URL}/health/ready -H "Authorization: Bearer $ADMIN_TOKEN"
\`\`\`

</Expect>
<Undo>Un reinicio no se deshace.</Undo>
</Step>
</Remediation>

<Escalation after="5m">

- Contactar con el equipo, ver [la guía](otra.mdx#paso) o <kbd>F5</kbd>

</Escalation>
</Procedure>

<Checklist id="al-cerrar" title="Antes de cerrar" when="close" within="15m">

- [ ] Salud general verde
- [ ] Post-mortem creado

</Checklist>

<Triage id="que-ves" title="¿Qué ves?">

| Síntoma | Severidad | Acción |
|---|---|---|
| API caída | 🔴 CRÍTICA | [Reiniciar](#api-no-responde) |
| API lenta | 🟡 MEDIA | Mirar Grafana |

</Triage>
`;
