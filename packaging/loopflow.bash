# bash completion for loopflow(1)                                          -*- shell-script -*-

_loopflow() {
    local cur prev words cword
    _init_completion -s || return

    case $prev in
    --data-dir)
        _filedir -d
        return
        ;;
    --prompt | --output)
        _filedir
        return
        ;;
    --provider | --model | --runs | --set)
        return
        ;;
    esac

    local verb='' i
    for ((i = 1; i < cword; i++)); do
        case ${words[i]} in
        init | list | import | export | chat | replay | search)
            verb=${words[i]}
            break
            ;;
        --data-dir | --set) ((i++)) ;;
        esac
    done

    local every='--data-dir --set --verbose --help --version'
    local options
    case $verb in
    init) options='--prompt --provider --model --token-stdin --force' ;;
    list | search) options='--json' ;;
    export) options='--output --conversation --turn --format' ;;
    replay) options='--prompt --provider --model --runs --json' ;;
    import | chat) options='' ;;
    *) options='--headless --practice' ;;
    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options $every" -- "$cur")
    elif [[ $verb == import ]]; then
        _filedir md
    elif [[ -z $verb ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'init list import export chat replay search' -- "$cur")
    fi
} && complete -F _loopflow loopflow
