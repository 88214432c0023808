#!/usr/bin/env bash
# One volume by all nodes of the job, with Apache Spark: predict, propose, encode, suggest. Then review the project at a desk.
#   sbatch --nodes=8 macros/cluster/slurm_spark.sh volumes.tsv
# volumes.tsv is that of slurm_gpu.sh; --array=1-3 takes three of its lines, each on nodes of its own. Program, projects and volumes lie
# on a file system that all nodes share. Spark comes with the program: each node runs a worker, this one the master as well.
# A job that is stopped or runs out of time is queued again, and each step goes on with the blocks that are missing.
#SBATCH --job-name=twostream-spark
#SBATCH --nodes=2
#SBATCH --ntasks-per-node=1
#SBATCH --cpus-per-task=16
#SBATCH --mem=64G
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=twostream-spark-%A_%a.log
# To this script two minutes before the time is over: the step leaves whole files.
#SBATCH --signal=B:TERM@120
set -uo pipefail

volumes="${1:?give the table of volumes}"
twostream="${TWOSTREAM:-${SLURM_SUBMIT_DIR:-.}/twostream}"
# Of a Spark cluster that is there already; else this job starts its own.
master="${MASTER:-}"
threads="${SLURM_CPUS_PER_TASK:-16}"
# For Java on each node; networks and the disk cache take the rest.
memory_gb="${MEMORY_GB:-$((${SLURM_MEM_PER_NODE:-65536} / 2048))}"
device="${DEVICE:-cpu}"
threshold="${THRESHOLD:-0.5}"
epochs="${EPOCHS:-0}"
image_latent="${IMAGE_LATENT:-256}"
budget="${BUDGET:-200}"

# Not split at tabs themselves: read would take two of them, round an empty column, for one.
IFS=$'\037' read -r project raw voxel_nm target base prediction \
	< <(sed -n "${SLURM_ARRAY_TASK_ID:-1}p" "$volumes" | tr '\t' '\037')
[ -n "${project:-}" ] || { echo "TwoStream: FAILED: $volumes has no line ${SLURM_ARRAY_TASK_ID:-1}; correct --array." >&2; exit 2; }

nodes=()
running=""
end() {
	[ ${#nodes[@]} = 0 ] || kill "${nodes[@]}" 2> /dev/null
}
trap end EXIT
trap '[ -z "$running" ] || kill "$running"' TERM INT

if [ -z "$master" ]; then
	# Builds the program and fetches Spark once, before all nodes ask for them.
	"$twostream" help spark > /dev/null || exit
	host="$(hostname)"
	port="${SPARK_PORT:-$((20000 + ${SLURM_JOB_ID:-0} % 20000))}"
	master="spark://$host:$port"
	"$twostream" spark node=master "host=$host" "port=$port" &
	nodes+=($!)
	launch=()
	! command -v srun > /dev/null || launch=(srun "--nodes=${SLURM_JOB_NUM_NODES:-1}" --ntasks-per-node=1)
	${launch[@]+"${launch[@]}"} "$twostream" spark node=worker "master=$master" "cores=$threads" "memory_gb=$memory_gb" &
	nodes+=($!)
fi
export TWOSTREAM_JAVA_OPTS="-Dspark.executor.memory=${memory_gb}g ${TWOSTREAM_JAVA_OPTS:-}"

step() {
	echo "$(date -u +%FT%TZ) $*"
	"$twostream" "$@" "project=$project" "threads=$threads" &
	running=$!
	wait "$running"
	code=$?
	# A signal ends the waiting, not yet the step.
	while kill -0 "$running" 2> /dev/null; do
		wait "$running"
		code=$?
	done
	running=""
	if [ "$code" = 130 ] || [ "$code" = 143 ]; then
		! command -v scontrol > /dev/null ||
			scontrol requeue "${SLURM_ARRAY_JOB_ID:-$SLURM_JOB_ID}${SLURM_ARRAY_TASK_ID:+_$SLURM_ARRAY_TASK_ID}"
	fi
	# Exit codes: 0 done, 1 our failure, 2 refused, 130 and 143 stopped. The line "TwoStream: FAILED: ..." above says why.
	[ "$code" = 0 ] || exit "$code"
}

source=("raw=$raw" "voxel_nm=$voxel_nm" "target=$target")
spark=("engine=spark" "master=$master")
[ -n "${prediction:-}" ] || step predict "${source[@]}" "base=$base" "device=$device" "${spark[@]}"
step propose "${source[@]}" "prediction=${prediction:-}" "threshold=$threshold" "${spark[@]}"
step encode "epochs=$epochs" "image_latent=$image_latent" "device=$device" "${spark[@]}"
step suggest "budget=$budget"
