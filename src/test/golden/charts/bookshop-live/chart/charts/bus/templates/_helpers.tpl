{{- /* Name of the chart: app.kubernetes.io/name of its objects. */ -}}
{{- define "bus.name" -}}
{{ .Chart.Name }}
{{- end -}}

{{- /* Name and version of the chart, in the characters a label allows. */ -}}
{{- define "bus.chart" -}}
{{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimAll "-_." }}
{{- end -}}

{{- /* Namespace of the chart's objects. */ -}}
{{- define "bus.namespace" -}}
{{ .Values.namespace }}
{{- end -}}

{{- /* Labels that find the chart's pods; they never change, a Deployment's selector cannot. */ -}}
{{- define "bus.selectorLabels" -}}
app.kubernetes.io/name: {{ include "bus.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{- /* Labels of every object. */ -}}
{{- define "bus.labels" -}}
{{ include "bus.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | trunc 63 | trimAll "-_." | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/part-of: "bookshop"
helm.sh/chart: {{ include "bus.chart" . | quote }}
{{- end -}}

{{- /* Reference of an image, from a map with repository, tag and digest. */ -}}
{{- define "bus.image" -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}

{{- /* A secret value given at install, from a list: root, component, secret, key. Ends the install when it is not given. */ -}}
{{- define "bus.secretValue" -}}
{{- $path := rest . | join "/" -}}
{{- $missing := printf "secret %s/%s has no value for %s: run `java -jar target/chartwright.jar secrets init live` and install with -f .secrets/live.yaml" (index . 1) (index . 2) (index . 3) -}}
{{- required $missing (get (((index . 0).Values.global).secrets | default dict) $path) -}}
{{- end -}}

{{- /* Requests and limits of a custom resource, each quantity as Kubernetes spells it. */ -}}
{{- define "bus.resources" -}}
{{- $resources := dict -}}
{{- range $kind, $quantities := . -}}
{{- $canonical := dict -}}
{{- range $name, $quantity := $quantities -}}
{{- $_ := set $canonical $name (include "bus.quantity" $quantity) -}}
{{- end -}}
{{- $_ := set $resources $kind $canonical -}}
{{- end -}}
{{ toYaml $resources }}
{{- end -}}

{{- /* The same amount as Kubernetes spells it: whole, with the largest unit. An operator that updates its resource
     spells every quantity so; what it spells anew is its own from then on, and the next upgrade a conflict. */ -}}
{{- define "bus.quantity" -}}
{{- $number := regexFind "^[0-9.]+([eE][-+]?[0-9]+)?" (toString .) -}}
{{- $suffix := trimPrefix $number (toString .) -}}
{{- $number = float64 $number -}}
{{- $isBinary := hasSuffix "i" $suffix -}}
{{- $step := ternary 1024 1000 $isBinary -}}
{{- $large := ternary (list "Ki" "Mi" "Gi" "Ti" "Pi" "Ei") (list "k" "M" "G" "T" "P" "E") $isBinary -}}
{{- $units := concat (list "n" "u" "m" "") $large -}}
{{- $unit := 0 -}}
{{- range $index, $name := $units -}}
{{- if eq $name $suffix -}}
{{- $unit = $index -}}
{{- end -}}
{{- end -}}
{{- range $units -}}
{{- if and (gt $unit 0) (ne $number (floor $number)) -}}
{{- $number = mulf $number (ternary $step 1000 (gt $unit 3)) -}}
{{- $unit = int (sub $unit 1) -}}
{{- end -}}
{{- end -}}
{{- range $units -}}
{{- $size := ternary $step 1000 (ge $unit 3) -}}
{{- if and (lt $unit 9) (eq $number (divf $number $size | floor | mulf $size)) -}}
{{- $number = divf $number $size -}}
{{- $unit = int (add $unit 1) -}}
{{- end -}}
{{- end -}}
{{ ternary (printf "%.0f%s" (ceil $number) (index $units $unit)) "0" (gt $number 0.0) }}
{{- end -}}
