"""The files of `deploy/` agree with each other and with the atlas: names, ports, probes, users, secrets, limits."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
IMAGE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
KUBERNETES: dict[str, dict[str, Any]] = {
    document["kind"]: document
    for path in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    for document in yaml.safe_load_all(path.read_text(encoding="utf-8"))
}
REPLICAS = {name: COMPOSE["services"][name] for name in ("atlas-a", "atlas-b")}
HEALTH = "/_stcore/health"
READY = "/ready"
PORT = 8501
USER = "10001"
WRITABLE = {"/tmp", "/srv/atlas/static"}
POD = KUBERNETES["Deployment"]["spec"]["template"]["spec"]
CONTAINER = POD["containers"][0]


def _said(name: str) -> list[str]:
    """What an instruction of the Containerfile says, each time."""
    joined = re.sub(r"\\\n", " ", IMAGE)
    return [" ".join(line.split()[1:]) for line in joined.splitlines() if line.startswith(f"{name} ")]


def test_the_image_has_what_the_atlas_needs_and_no_more() -> None:
    copied = {source for line in _said("COPY") if not line.startswith("--from") for source in line.split()[:-1]}
    kept = {line[1:] for line in (ROOT / ".containerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    assert copied - {"${WHEELHOUSE}*"} | {"wheelhouse"} == kept
    assert all((ROOT / name).exists() for name in kept - {"wheelhouse"})
    assert kept >= {"app.py", "serve.py", "pages", "ui", "server", "data", ".streamlit", "requirements.lock"}


def test_the_image_runs_as_nobody_in_particular_and_tells_its_health() -> None:
    (health,), (user,), (command,) = _said("HEALTHCHECK"), _said("USER"), _said("CMD")
    assert user == f"{USER}:{USER}" and command == '["streamlit", "run", "serve.py"]'
    assert f"127.0.0.1:{PORT}{READY}" in health and "curl" not in health
    assert str(PORT) in _said("EXPOSE") and f"STREAMLIT_SERVER_PORT={PORT}" in IMAGE
    assert "--require-hashes" in IMAGE and "HOME=/tmp" in IMAGE and "ATLAS_CACHE=/srv/atlas/.cache" in IMAGE
    assert _said("FROM") == ["${BASE} AS build", "${BASE}"]


@pytest.mark.parametrize("name", REPLICAS)
def test_a_replica_of_compose_is_locked_up(name: str) -> None:
    replica = REPLICAS[name]
    assert replica["read_only"] is True and replica["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in replica["security_opt"] and replica["user"] == f"{USER}:{USER}"
    assert {place.split(":")[0] for place in replica["tmpfs"]} == WRITABLE
    assert f"127.0.0.1:{PORT}{READY}" in replica["healthcheck"]["test"][-1]
    assert replica["build"]["dockerfile"] == "deploy/Containerfile" and (ROOT / "deploy/Containerfile").is_file()


def test_compose_and_nginx_name_the_same_replicas() -> None:
    upstreams = dict(re.findall(r"upstream replica_(\w) \{ server (\S+) ", NGINX))
    assert upstreams == {name[-1]: f"{name}:{PORT}" for name in REPLICAS}
    hosts = dict(line.split(":", 1) for line in COMPOSE["services"]["nginx"]["extra_hosts"])
    assert hosts == {name: one["networks"]["inside"]["ipv4_address"] for name, one in REPLICAS.items()}
    assert len(set(hosts.values())) == len(hosts)
    listens = re.search(r"listen (\d+);", NGINX)
    assert listens and COMPOSE["services"]["nginx"]["ports"][0].endswith(f":{listens[1]}")
    assert "./nginx.conf:/etc/nginx/atlas.conf:ro" in COMPOSE["services"]["nginx"]["volumes"]


def test_the_replicas_share_one_secret_that_stands_nowhere() -> None:
    names = {tuple(one["secrets"]) for one in REPLICAS.values()}
    assert names == {("cookie_secret",)} and set(COMPOSE["secrets"]) == {"cookie_secret"}
    command = REPLICAS["atlas-a"]["command"][-1]
    assert "/run/secrets/cookie_secret" in command and "export STREAMLIT_SERVER_COOKIE_SECRET" in command
    given = {one["name"]: one["valueFrom"]["secretKeyRef"] for one in CONTAINER["env"] if "valueFrom" in one}
    secret = given.pop("STREAMLIT_SERVER_COOKIE_SECRET")
    assert "Secret" not in KUBERNETES and not given
    line = f"create secret generic {secret['name']} --from-literal={secret['key']}="
    assert line in (DEPLOY / "README.md").read_text(encoding="utf-8")
    assert "deploy/cookie_secret" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_uploads_may_be_as_large_as_the_atlas_takes_them() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    limit = f"{settings['server']['maxUploadSize'] + 1}m"
    annotations = KUBERNETES["Ingress"]["metadata"]["annotations"]
    assert f"client_max_body_size {limit};" in NGINX
    assert annotations["nginx.ingress.kubernetes.io/proxy-body-size"] == limit


def test_kubernetes_names_and_ports_agree() -> None:
    labels = {"app.kubernetes.io/name": "foip-atlas"}
    deployment, service = KUBERNETES["Deployment"]["spec"], KUBERNETES["Service"]["spec"]
    assert deployment["selector"]["matchLabels"] == deployment["template"]["metadata"]["labels"] == labels
    assert service["selector"] == KUBERNETES["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    (port,) = CONTAINER["ports"]
    assert port == {"name": service["ports"][0]["targetPort"], "containerPort": PORT}
    (rule,) = KUBERNETES["Ingress"]["spec"]["rules"]
    backend = rule["http"]["paths"][0]["backend"]["service"]
    assert backend["name"] == KUBERNETES["Service"]["metadata"]["name"]
    assert backend["port"]["name"] == service["ports"][0]["name"]
    assert KUBERNETES["Ingress"]["spec"]["tls"][0]["hosts"] == [rule["host"]]
    assert deployment["replicas"] == 2 > KUBERNETES["PodDisruptionBudget"]["spec"]["minAvailable"]
    listed = set(KUBERNETES["Kustomization"]["resources"])
    assert listed == {path.name for path in (DEPLOY / "kubernetes").iterdir()} - {"kustomization.yaml"}
    assert KUBERNETES["Kustomization"]["images"][0]["name"] == CONTAINER["image"].split(":")[0]


@pytest.mark.parametrize(("probe", "path"), [("startupProbe", READY), ("readinessProbe", READY),
                                             ("livenessProbe", HEALTH)])  # fmt: skip
def test_kubernetes_sends_nobody_to_a_pod_without_an_edition_and_restarts_none_for_it(probe: str, path: str) -> None:
    assert CONTAINER[probe]["httpGet"] == {"path": path, "port": CONTAINER["ports"][0]["name"]}


def test_every_door_knows_the_names_of_the_atlas_and_no_others() -> None:
    closed, open_ = re.findall(r"server \{\n\s+listen 8080( default_server)?;\n(.*?)\n    \}", NGINX, re.DOTALL)
    assert closed == (" default_server", "        return 444;")
    (names,) = re.findall(r"server_name (.*);", open_[1])
    assert f"${{ATLAS_HOSTS:-{','.join(names.split())}}}" == REPLICAS["atlas-a"]["environment"]["ATLAS_HOSTS"]
    (rule,) = KUBERNETES["Ingress"]["spec"]["rules"]
    assert {"name": "ATLAS_HOSTS", "value": rule["host"]} in CONTAINER["env"]


def test_a_pod_is_locked_up() -> None:
    inside = CONTAINER["securityContext"]
    assert inside["readOnlyRootFilesystem"] is True and inside["allowPrivilegeEscalation"] is False
    assert inside["capabilities"] == {"drop": ["ALL"]}
    assert POD["securityContext"]["runAsNonRoot"] is True and str(POD["securityContext"]["runAsUser"]) == USER
    assert POD["automountServiceAccountToken"] is False
    mounts = {one["name"]: one["mountPath"] for one in CONTAINER["volumeMounts"]}
    assert set(mounts.values()) == WRITABLE
    assert set(mounts) == {one["name"] for one in POD["volumes"] if one["emptyDir"]["medium"] == "Memory"}


def test_both_ways_keep_a_session_by_the_same_cookie() -> None:
    annotations = KUBERNETES["Ingress"]["metadata"]["annotations"]
    (name,) = set(re.findall(r"\$cookie_(\w+)", NGINX))
    assert annotations["nginx.ingress.kubernetes.io/session-cookie-name"] == name
    assert annotations["nginx.ingress.kubernetes.io/affinity"] == "cookie"
    assert KUBERNETES["Service"]["spec"]["sessionAffinity"] == "ClientIP"
    assert f'"{name}=$served; Path=/; HttpOnly; SameSite=Lax$secure"' in NGINX


def test_no_file_names_a_registry() -> None:
    text = "".join(
        path.read_text("utf-8") for path in DEPLOY.rglob("*") if path.is_file() and path.name != "cookie_secret"
    )
    assert re.findall(r"\b[a-z0-9-]+\.(?:io|com|org|dev)/[a-z0-9._/-]+:[a-z0-9.]+", text) == []


def test_replicas_have_no_way_out_and_an_end_to_their_work() -> None:
    policy = KUBERNETES["NetworkPolicy"]["spec"]
    assert policy["egress"] == [] and set(policy["policyTypes"]) == {"Ingress", "Egress"}
    assert policy["podSelector"] == KUBERNETES["Deployment"]["spec"]["selector"]
    assert set(CONTAINER["resources"]["limits"]) == {"cpu", "memory"}
    assert all(replica["cpus"] and replica["mem_limit"] for replica in REPLICAS.values())


def test_only_nginx_says_who_somebody_is() -> None:
    assert re.search(r"proxy_set_header X-Atlas-User \$remote_user;", NGINX)
    assert {"limit_req zone=sockets", "limit_req zone=files", "client_header_timeout 10s"} <= set(
        re.findall(r"limit_req zone=\w+|client_header_timeout \d+s", NGINX)
    )
