/** A procedure of so many steps, a question before them; each step with a command and an expectation, as a long guide has. */
export const longProcedure = (steps: number): string =>
  `<Procedure id="largo" title="Un procedimiento largo">
<Diagnosis>
<Decision id="hace-falta" question="¿Hace falta recorrerlo entero?">
<Option label="Sí">Se sigue paso a paso.</Option>
<Option label="No: ya responde" outcome="recovered" />
</Decision>
</Diagnosis>
<Remediation>
${Array.from({ length: steps }, (_, at) => step(at + 1)).join("\n")}
</Remediation>
</Procedure>`;

const step = (n: number) => `<Step id="paso-${n}" title="Paso ${n}: revisar el nodo ${n} del clúster" within="2m">

El nodo ${n} tiene que responder antes de seguir con el siguiente.

\`\`\`bash
kubectl --namespace <namespace> get pod api-${n} -o wide
\`\`\`

</Step>`;
